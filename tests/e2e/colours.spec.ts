import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import polygonClipping, { type MultiPolygon } from 'polygon-clipping';
import en from '../../src/app/vocabulary/en.json' with { type: 'json' };
import zh from '../../src/app/vocabulary/zh-CN.json' with { type: 'json' };
import type { Zone } from '../../src/core/zones/zone.ts';
import { CITIES_FOLDER } from '../browser/city-test.ts';
import { test } from './app-test.ts';
import { cameraAt, createSight, linkOf } from './link-camera.ts';
import { waitUntilDrawn } from './open-app.ts';

test.use({ viewport: { width: 900, height: 600 } });

type Word = keyof typeof zh.use;
type Level = 'red' | 'orange' | 'yellow' | 'blue';

interface Building {
  row: number;
  use: Word | null;
  storeysAbove: number | null;
  heightMeters: number;
  baseHeightMeters: number;
  lon: number;
  lat: number;
  geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown };
}

/** The city table as another program reads it. */
async function readBuildings(): Promise<Building[]> {
  const file = await asyncBufferFromFile(`${CITIES_FOLDER}demo/buildings.parquet`);
  return (await parquetReadObjects({ file })) as Building[];
}

const LEVELS: readonly Level[] = ['red', 'orange', 'yellow', 'blue'];
/** Nothing a building is built on: an overlap of a square millimetre, in square degrees. */
const NOTHING = 1e-16;

function areaOf(shape: MultiPolygon): number {
  const ringArea = (ring: [number, number][]) =>
    ring.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0);
  return shape.flat().reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0);
}

/** Highest level of the zones that a footprint shares ground with; another overlay than the app's. */
function levelOf({ geometry }: Building, zones: readonly Zone[]): Level | 'unrated' | 'outside' {
  const coordinates = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as MultiPolygon;
  const touched = zones.filter(({ geometry: zone }) => {
    const shared = polygonClipping.intersection(coordinates, zone.coordinates as unknown as MultiPolygon);
    return areaOf(shared) > NOTHING;
  });
  const levels = touched.map(({ properties }) => properties.level);
  return LEVELS.find((level) => levels.includes(level)) ?? (touched.length > 0 ? 'unrated' : 'outside');
}

function countBy<T>(items: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Lines of the legend: words and count. */
async function readLegend(page: Page): Promise<Map<string, number>> {
  await expect(page.locator('.colour-legend li').first()).toBeVisible();
  await expect(page.locator('.building-colours')).toHaveAttribute('aria-busy', 'false');
  const lines = await page
    .locator('.colour-legend li')
    .evaluateAll((items) =>
      items.map((item) => [
        item.querySelector('.colour-label')?.textContent ?? '',
        item.querySelector('.colour-count')?.textContent ?? '',
      ]),
    );
  return new Map(lines.map(([label = '', count = '']) => [label, Number(count.replaceAll(',', ''))]));
}

const chooser = (page: Page) => page.locator('.building-colours select');

async function openAt(page: Page, { lon, lat, baseHeightMeters, heightMeters }: Building, lang: string) {
  const camera = cameraAt([lon, lat], baseHeightMeters + heightMeters, 160, 20, -75);
  await page.goto(`?city=demo&lang=${lang}&view=${linkOf(camera)}`, { waitUntil: 'commit' });
  await expect(page.locator('.layer-line').first()).toBeVisible();
  await waitUntilDrawn(page);
  return (await createSight(page, camera))(lon, lat, baseHeightMeters + heightMeters);
}

/** Colour of a pixel of the page. */
async function colorAt(page: Page, { x, y }: { x: number; y: number }): Promise<number[]> {
  await waitUntilDrawn(page);
  const clip = { x: Math.round(x), y: Math.round(y), width: 1, height: 1 };
  const bytes = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (png) => {
    const binary = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([binary], { type: 'image/png' }));
    const pen = new OffscreenCanvas(1, 1).getContext('2d');
    pen?.drawImage(bitmap, 0, 0);
    return [...(pen?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
  }, bytes);
}

/** Words of the legend's line whose swatch is most like a colour in the light of the scene: by direction, not brightness. */
async function nearestClass(page: Page, color: readonly number[]): Promise<string> {
  const swatches = await page.locator('.colour-legend li').evaluateAll((items) =>
    items.map((item) => ({
      label: item.querySelector('.colour-label')?.textContent ?? '',
      color: getComputedStyle(item.querySelector('.colour-swatch') ?? item).backgroundColor,
    })),
  );
  const told = swatches.map(({ label, color: css }) => ({
    label,
    rgb: (css.match(/\d+/g) ?? []).slice(0, 3).map(Number),
  }));
  const likeness = (rgb: readonly number[]) => {
    const dot = rgb.reduce((sum, part, at) => sum + part * (color[at] ?? 0), 0);
    return dot / (Math.hypot(...rgb) * Math.hypot(...color));
  };
  told.sort((a, b) => likeness(b.rgb) - likeness(a.rgb));
  return told[0]?.label ?? '';
}

for (const [lang, words] of [
  ['zh-CN', zh],
  ['en', en],
] as const) {
  test(`buildings coloured by use: the legend counts the table, the roof has its colour (${lang})`, async ({
    page,
    conduct,
  }) => {
    const buildings = await readBuildings();
    const known = buildings.find(({ use, heightMeters }) => use === 'health' && heightMeters > 50);
    if (!known) throw new Error('the demo city has no high hospital');
    const roof = await openAt(page, known, lang);
    const before = await colorAt(page, roof);
    await chooser(page).selectOption('use');
    const legend = await readLegend(page);
    const counted = countBy(buildings.map(({ use }) => (use ? words.use[use] : words.unknown)));
    expect(Object.fromEntries(legend)).toEqual(Object.fromEntries(counted));
    const color = await colorAt(page, roof);
    expect(color).not.toEqual(before);
    expect(await nearestClass(page, color)).toBe(words.use.health);
    await chooser(page).selectOption('plain');
    await expect(page.locator('.colour-legend')).toHaveCount(0);
    expect(await colorAt(page, roof)).toEqual(before);
    expect(conduct.faults).toEqual([]);
  });
}

test('buildings coloured by number and by the highest level of their zones', async ({ page, conduct }) => {
  const buildings = await readBuildings();
  const file = await readFile(`${CITIES_FOLDER}demo/zones.geojson`, 'utf8');
  const zones = (JSON.parse(file) as { features: Zone[] }).features;
  const levels = buildings.map((building) => levelOf(building, zones));
  const at = buildings.findIndex((building, row) => levels[row] === 'red' && building.heightMeters > 10);
  const known = buildings[at];
  if (!known) throw new Error('the demo city has no high building in a red zone');
  const roof = await openAt(page, known, 'zh-CN');
  await chooser(page).selectOption('zoneLevel');
  const legend = await readLegend(page);
  const counted = countBy(levels);
  for (const level of [...LEVELS, 'unrated'] as const) {
    expect(legend.get(zh.level[level]) ?? 0, level).toBe(counted.get(level) ?? 0);
  }
  expect([...legend.values()].reduce((sum, count) => sum + count, 0)).toBe(buildings.length);
  expect(await nearestClass(page, await colorAt(page, roof))).toBe(zh.level.red);

  await chooser(page).selectOption('storeysAbove');
  await expect(page.locator('.colour-legend li').first()).not.toContainText(zh.level.red);
  const ranges = await readLegend(page);
  for (const [label, count] of ranges) {
    const [from, to] = label === zh.unknown ? [null, null] : label.split(' – ').map(Number);
    const inside = buildings.filter(({ storeysAbove }) =>
      storeysAbove === null
        ? from === null
        : from !== null && storeysAbove >= (from ?? 0) && storeysAbove <= (to ?? from ?? 0),
    );
    expect(count, label).toBe(inside.length);
  }
  expect([...ranges.values()].reduce((sum, count) => sum + count, 0)).toBe(buildings.length);
  expect(conduct.faults).toEqual([]);
});
