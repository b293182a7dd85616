import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { createProjection } from '../../src/core/crs/projection.ts';
import type { LogEntry } from '../../src/core/workspace/edit-log.ts';
import { unpackOutlines } from '../../src/core/workspace/pack-outlines.ts';
import type { Zone } from '../../src/core/zones/zone.ts';
import { CITIES_FOLDER } from '../browser/city-test.ts';
import { packGbkShapefile } from '../fixtures/exchange/gbk-shapefile.ts';
import { test } from './app-test.ts';
import { openAssessTab, openCity } from './open-app.ts';
import { readLog } from './read-log.ts';

test.use({ viewport: { width: 900, height: 600 } });
// Forms and downloads, one after the other, over a scene that software draws.
test.setTimeout(300_000);

interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

const dialog = (page: Page): Locator => page.getByRole('dialog');
const fileOf = (name: string, content: Uint8Array | string): GivenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** Steps of the work on disk. */
async function readSteps(page: Page) {
  const entries = unpackOutlines(await page.evaluate(readLog, 'demo')) as LogEntry[];
  return entries.flatMap((entry) => (entry.kind === 'did' ? [entry.edit] : []));
}

/** Zones that the last step put, once there are so many steps. */
async function zonesOfStep(page: Page, count: number): Promise<Zone[]> {
  await expect.poll(async () => (await readSteps(page)).length).toBe(count);
  const changes = (await readSteps(page)).at(-1)?.changes ?? [];
  return changes.flatMap(({ after }) => (after && 'geometry' in after ? [after] : []));
}

async function give(page: Page, ...files: GivenFile[]): Promise<void> {
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^导入风险区（/ }).click();
  await (await chosen).setFiles(files);
  await expect(dialog(page)).toBeVisible();
}

async function choose(page: Page, field: Locator, option: string | RegExp): Promise<void> {
  await field.click();
  await page.getByRole('option', { name: option }).filter({ visible: true }).first().click();
}

/** The button that ends the dialog's form, by what it promises. */
const promise = (page: Page, words: string): Locator => dialog(page).getByRole('button', { name: words, exact: true });

async function closeDialog(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: '关闭' }).last().click();
  await expect(dialog(page)).toHaveCount(0);
}

const made = createProjection('EPSG:4547');
if (!made.ok) throw new Error(made.issue.code);
const PROJECTION = made.value;
const MIDDLE = PROJECTION.fromLonLat(114.308, 31.192);
const square = (east: number, north: number, size: number) =>
  [
    [east, north],
    [east + size, north],
    [east + size, north + size],
    [east, north + size],
    [east, north],
  ].map(([x = 0, y = 0]) => [MIDDLE[0] + x, MIDDLE[1] + y] as const);

const SHAPEFILE = fileOf(
  '风险普查.zip',
  packGbkShapefile([
    { ring: square(0, 0, 100), values: { 编号: 'FX-1', 名称: '滨河低洼地', 灾害类型: '洪水', DJ: '1' } },
    { ring: square(200, 0, 150), values: { 编号: 'FX-2', 名称: '北坡', 灾害类型: '甲类', DJ: '3' } },
  ]),
);

const KML = `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>堤后蓄水区</name>
<ExtendedData><Data name="灾种"><value>内涝</value></Data><Data name="等级"><value>黄</value></Data></ExtendedData>
<Polygon><outerBoundaryIs><LinearRing><coordinates>
114.305,31.190,0 114.307,31.190,0 114.307,31.192,0 114.305,31.192,0 114.305,31.190,0
</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>`;

test('a shapefile in GBK without a CRS: asked for, mapped, cancelled without a trace, then taken', async ({
  page,
  conduct,
}) => {
  await openCity(page, 'demo');
  await openAssessTab(page, 0);
  await give(page, SHAPEFILE);
  await expect(dialog(page)).toContainText('GBK');
  await expect(dialog(page)).toContainText('文件没有声明，请选择');
  await expect(dialog(page)).toContainText('选定坐标系后显示预览');
  await expect(promise(page, '导入')).toBeDisabled();
  const crs = dialog(page).getByRole('combobox', { name: '坐标系' });
  await choose(page, crs, /^EPSG:4547 .*落在城市范围/);
  await expect(dialog(page)).toContainText('数据落在城市范围内');
  await expect(promise(page, '导入 2 个风险区')).toBeEnabled();
  await dialog(page).getByRole('button', { name: '取消' }).click();
  await expect(dialog(page)).toHaveCount(0);
  expect(await readSteps(page)).toEqual([]);
  await expect(page.locator('.layer-line[data-layer="zones"]')).toContainText('17 个');

  await give(page, SHAPEFILE);
  await choose(page, crs, /^EPSG:4547 .*落在城市范围/);
  await choose(page, dialog(page).getByRole('combobox', { name: '“甲类”的含义' }), '滑坡');
  await dialog(page).getByRole('button', { name: '1 为最高' }).click();
  await promise(page, '导入 2 个风险区').click();
  await expect(dialog(page)).toContainText('新增 2 个风险区');
  await closeDialog(page);
  const zones = await zonesOfStep(page, 1);
  expect(zones.map(({ properties: { id, name, hazard, level } }) => [id, name, hazard, level])).toEqual([
    ['FX-1', '滨河低洼地', 'flood', 'red'],
    ['FX-2', '北坡', 'landslide', 'yellow'],
  ]);
  const [lon, lat] = zones[0]!.geometry.coordinates[0]![0]![0]!;
  const [x, y] = PROJECTION.fromLonLat(lon, lat);
  expect(Math.min(...square(0, 0, 100).map(([east, north]) => Math.hypot(east - x, north - y)))).toBeLessThan(1e-3);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.layer-line[data-layer="zones"]')).toContainText('17 个');
  expect(conduct.faults).toEqual([]);
});

test('a KML comes in as its format says, a damaged file is told by name and leaves nothing', async ({
  page,
  conduct,
}) => {
  await openCity(page, 'demo');
  await openAssessTab(page, 0);
  await give(page, fileOf('坏.zip', SHAPEFILE.buffer.subarray(0, 300)));
  await expect(dialog(page).getByRole('alert')).toContainText('坏.zip');
  await closeDialog(page);
  await give(page, fileOf('notes.kml', '<kml><Placemark>'));
  await expect(dialog(page).getByRole('alert')).toContainText('notes.kml');
  await closeDialog(page);
  expect(await readSteps(page)).toEqual([]);
  await give(page, fileOf('areas.kml', KML));
  await expect(dialog(page)).toContainText('按格式约定');
  await promise(page, '导入 1 个风险区').click();
  await closeDialog(page);
  const [zone] = await zonesOfStep(page, 1);
  expect(zone?.properties).toMatchObject({ name: '堤后蓄水区', hazard: 'waterlogging', level: 'yellow' });
  expect(zone?.geometry.coordinates[0]?.[0]).toHaveLength(5);
  expect(conduct.faults).toEqual([]);
});

/** What is stated of a zone: its values, not where it came from; unsaid is the same as empty, draft when no status is. */
function stated({ properties: { id: _id, dataset: _dataset, source: _source, ...rest } }: Zone) {
  const values = Object.entries({ status: 'draft', ...rest });
  return Object.fromEntries(values.filter(([, value]) => value !== null && String(value) !== ''));
}

/** How far the positions of a zone lie at most from those of another, in degrees. */
function shiftOf(before: Zone, after: Zone): number {
  const [a, b] = [before.geometry.coordinates.flat(2), after.geometry.coordinates.flat(2)];
  expect(b).toHaveLength(a.length);
  return Math.max(...a.map(([x, y]) => Math.min(...b.map(([u, v]) => Math.hypot(u - x, v - y)))));
}

const FORMATS = [
  ['GeoPackage', 'EPSG:4547'],
  ['Shapefile', 'EPSG:4490'],
  ['KML', null],
  ['GeoJSON', null],
] as const;

/** Exports all zones and gives the file back to the import; it is told to keep both. */
async function exportAndImport(page: Page, format: string, crs: string | null, count: number): Promise<number> {
  await page.getByRole('button', { name: '导出风险区', exact: true }).click();
  await dialog(page).getByText(format, { exact: true }).click();
  if (crs) await choose(page, dialog(page).getByRole('combobox', { name: '坐标系' }), new RegExp(`^${crs}`));
  const download = page.waitForEvent('download');
  await promise(page, `导出 ${count} 个`).click();
  const saved = await download;
  await expect(dialog(page)).toContainText(`已保存 ${saved.suggestedFilename()}`);
  await closeDialog(page);
  await give(page, fileOf(saved.suggestedFilename(), await readFile(await saved.path())));
  await expect(dialog(page)).toContainText(`${count} 个编号在本城市已存在`);
  await dialog(page).getByText('两者都保留').click();
  await promise(page, `导入 ${count} 个风险区`).click();
  const told = await dialog(page).getByRole('status').textContent();
  await closeDialog(page);
  return Number(/(\d+) 个与现有的相同/.exec(told ?? '')?.[1] ?? 0);
}

test('zones that are exported and read back are the same zones, in every format', async ({ page, conduct }) => {
  const file = await readFile(path.join(CITIES_FOLDER, 'demo', 'zones.geojson'), 'utf8');
  const before = (JSON.parse(file) as { features: Zone[] }).features;
  await openCity(page, 'demo');
  await openAssessTab(page, 0);
  let steps = 0;
  for (const [format, crs] of FORMATS) {
    await test.step(format, async () => {
      const identical = await exportAndImport(page, format, crs, before.length);
      if (identical < before.length) steps += 1;
      const after = identical < before.length ? await zonesOfStep(page, steps) : [];
      expect(identical + after.length).toBe(before.length);
      for (const zone of after) {
        const original = before.find(({ properties }) => `${properties.id}-2` === zone.properties.id);
        if (!original) throw new Error(`not exported: ${zone.properties.id}`);
        expect(stated(zone)).toEqual(stated(original));
        expect(shiftOf(original, zone)).toBeLessThan(1e-9);
      }
      if (after.length > 0) await page.keyboard.press('Control+z');
      await expect(page.locator('.layer-line[data-layer="zones"]')).toContainText(`${before.length} 个`);
    });
  }
  expect(conduct.faults).toEqual([]);
});

declare global {
  interface Window {
    longTasks: number[];
  }
}

/** Runs in the page: keeps how long tasks over 50 ms held it up. */
function watchTasks(): void {
  window.longTasks = [];
  const keep = (list: PerformanceObserverEntryList): void => {
    window.longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)));
  };
  new PerformanceObserver(keep).observe({ entryTypes: ['longtask'] });
}

/** 5,000 zones of 24 vertices over the city. */
function manyZones(): string {
  const features = Array.from({ length: 5000 }, (_, at) => {
    const [x, y] = [114.294 + (at % 100) * 0.00027, 31.184 + Math.floor(at / 100) * 0.0003];
    const ring = Array.from({ length: 25 }, (_corner, corner) => {
      const angle = ((corner % 24) * Math.PI) / 12;
      return [x + 0.0004 * Math.cos(angle), y + 0.0004 * Math.sin(angle)];
    });
    const properties = { id: `n${at}`, name: `区 ${at}`, hazard: 'flood', level: at % 2 ? 'red' : 'blue' };
    return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
  });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

test('5,000 zones come in as one step that is kept and can be undone', async ({ page, conduct }) => {
  await openCity(page, 'demo');
  await openAssessTab(page, 0);
  await give(page, fileOf('many.geojson', manyZones()));
  const start = promise(page, '导入 5,000 个风险区');
  await expect(start).toBeEnabled();
  await page.evaluate(watchTasks);
  await start.click();
  await expect(dialog(page)).toContainText('新增 5,000 个风险区');
  await closeDialog(page);
  await expect(page.locator('.storage-chip')).toHaveAttribute('data-pending', '0');
  const tasks = await page.evaluate(() => window.longTasks);
  expect(await zonesOfStep(page, 1)).toHaveLength(5000);
  console.log(`import of 5,000 zones: tasks over 50 ms ${JSON.stringify(tasks)}; load ${loadavg()[0]?.toFixed(1)}`);
  await expect(page.locator('.layer-line[data-layer="zones"]')).toContainText('5,017 个');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.layer-line[data-layer="zones"]')).toContainText('17 个');
  expect(conduct.faults).toEqual([]);
});
