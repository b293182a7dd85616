import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { RISK_LEVELS } from '../../src/core/city/hazard.ts';
import type { Exposure, ExposureResult } from '../../src/core/risk/exposure.ts';
import type { Zone } from '../../src/core/zones/zone.ts';
import { type ExposureField, readFigure, tellFigure } from '../../src/features/exposure/tell-figure.ts';
import { CITIES_FOLDER, hasCity } from '../browser/city-test.ts';
import { test } from './app-test.ts';
import { DrawingDesk, type Place, type Site } from './drawing-desk.ts';

test.use({ viewport: { width: 900, height: 600 } });
test.setTimeout(360_000);

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Outlines among low houses that cut footprints; the third corner lies in the open, where it can be grabbed. */
const DRAWINGS: readonly { site: Site; corners: readonly Place[]; to: Place }[] = [
  {
    site: { cityId: 'demo', lon: 114.32164, lat: 31.19908 },
    corners: [
      [-48, -50],
      [60, -50],
      [44, 38],
      [-44, 40],
    ],
    to: [4, 4],
  },
  {
    site: { cityId: 'delfshaven', lon: 4.45534, lat: 51.90619 },
    corners: [
      [-52, -38],
      [47, -44],
      [38, 41],
      [-44, 36],
    ],
    to: [58, 47],
  },
];
const FIGURES: readonly ExposureField[] = [
  'buildings',
  'peopleNight',
  'peopleDay',
  'footprintAreaSquareMeters',
  'floorAreaSquareMeters',
];

let folder: string;

test.beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'live-exposure-'));
});

test.afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

function zonesOfPackage(cityId: string): Zone[] {
  const file = `${CITIES_FOLDER}${cityId}/zones.geojson`;
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { features: Zone[] }).features;
  } catch {
    return [];
  }
}

/** What the command answers for the same zones. */
function askCommand(cityId: string, features: readonly Zone[]): ExposureResult {
  const file = path.join(folder, 'zones.geojson');
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
  const answer = execFileSync(
    process.execPath,
    [`${ROOT}tools/city.mjs`, 'exposure', `${CITIES_FOLDER}${cityId}`, '--zones', file, '--json'],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  return JSON.parse(answer) as ExposureResult;
}

function tell(exposure: Exposure, field: ExposureField): string {
  const value = readFigure(exposure, field);
  return value === null ? '未知' : tellFigure(field, value, 'zh-CN');
}

const card = (page: Page) => page.locator('.live-card');
const levelCell = (page: Page, row: string) =>
  page.locator(`.live-levels tr[data-row="${row}"] [data-field="buildings"]`);

async function showPanel(page: Page, shown: boolean): Promise<void> {
  if ((await page.locator('.context').count()) > 0 !== shown) await page.keyboard.press('p');
  await expect(page.locator('.context')).toHaveCount(shown ? 1 : 0);
}

async function expectFigures(
  page: Page,
  answer: ExposureResult,
  zoneId: string,
  fields: readonly ExposureField[],
): Promise<void> {
  const exposure = answer.zones.find(({ id }) => id === zoneId);
  expect(exposure?.buildings, 'the outline holds buildings').toBeGreaterThan(3);
  for (const field of fields) {
    await expect(page.locator(`[data-figure="${field}"] .live-value`)).toHaveText(tell(exposure!, field));
  }
  for (const level of RISK_LEVELS) {
    const held = answer.byLevel[level];
    if (held)
      await expect(levelCell(page, level).locator('button, :scope').first()).toContainText(tell(held, 'buildings'));
  }
  await expect(levelCell(page, 'union').locator('button')).toHaveText(tell(answer.union, 'buildings'));
}

for (const { site, corners, to } of DRAWINGS) {
  test(`${site.cityId}: live numbers of the released outline are those of city exposure; a number lists its buildings`, async ({
    page,
    conduct,
  }) => {
    test.skip(!hasCity(site.cityId), `the package of ${site.cityId} was not built`);
    const desk = await DrawingDesk.open(page, site, CITIES_FOLDER);
    const zones = zonesOfPackage(site.cityId);
    const hasPipes = existsSync(`${CITIES_FOLDER}${site.cityId}/pipes.geojson`);
    const fields = hasPipes ? ([...FIGURES, 'pipesMeters'] as const) : FIGURES;
    const before = zones.length > 0 ? askCommand(site.cityId, zones).union.buildings : 0;

    await desk.take('1');
    for (const corner of corners.slice(0, 3)) await desk.click(corner);
    await showPanel(page, true);
    await expect(card(page).locator('[data-live="true"]')).toBeVisible();
    await expect(page.locator('[data-figure="buildings"] .live-value')).toHaveText(/^[1-9]\d*$/);
    await showPanel(page, false);
    await desk.click(corners[3]!);
    await page.keyboard.press('Enter');
    await desk.nextStep(0);
    await showPanel(page, true);
    const drawn = (await desk.steps()).at(-1)!.changes[0]!.after as Zone;
    const first = askCommand(site.cityId, [...zones, drawn]);
    await expectFigures(page, first, drawn.properties.id, fields);
    await expect(levelCell(page, 'union').locator('.live-difference')).toHaveText(
      `+${tellFigure('buildings', first.union.buildings - before, 'zh-CN')}`,
    );

    await showPanel(page, false);
    await desk.take('e');
    await desk.drag(corners[2]!, to);
    await desk.nextStep(1);
    await showPanel(page, true);
    const reshaped = (await desk.steps()).at(-1)!.changes[0]!.after as Zone;
    const second = askCommand(site.cityId, [...zones, reshaped]);
    expect(second.union.footprintAreaSquareMeters).not.toBeCloseTo(first.union.footprintAreaSquareMeters, 0);
    await expectFigures(page, second, reshaped.properties.id, fields);
    if (hasPipes) {
      const [former, after] = [first, second].map(({ zones: all }) => all.at(-1)?.pipesMeters ?? 0);
      expect(former, 'the outline holds pipes').toBeGreaterThan(10);
      expect(after, 'reshaping it changes them').not.toBeCloseTo(former!, 0);
    }
    await page.keyboard.press('Escape');

    const dock = page.locator('.rows-dock');
    const count = second.union.buildings;
    await levelCell(page, 'union').locator('button').click();
    await expect(dock).toHaveAttribute('data-count', String(count));
    await expect(dock.locator('.list-row').first()).toBeVisible();
    const download = page.waitForEvent('download');
    await dock.getByRole('button', { name: '导出为 CSV' }).click();
    const file = path.join(folder, `${site.cityId}.csv`);
    await (await download).saveAs(file);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('\ufeff行号,编号,')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(count + 1);

    // The table of all zones was measured again by itself, and its numbers open the same list.
    await page.locator('.context [role="tab"]').nth(1).click();
    const whole = page.locator('.exposure tr[data-row="union"] [data-field="buildings"] button').last();
    await expect(whole).toHaveText(tell(second.union, 'buildings'));
    const pipesOfAll = page.locator('.exposure tr[data-row="union"] td[data-field="pipesMeters"]');
    if (hasPipes) await expect(pipesOfAll.last()).toHaveText(tell(second.union, 'pipesMeters'));
    else await expect(pipesOfAll).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dock).toHaveCount(0);
    await whole.click();
    await expect(dock).toHaveAttribute('data-count', String(count));
    await dock.locator('.list-row').first().click();
    await expect(page.locator('[data-inspected="element"]')).toBeVisible();
    expect(conduct.faults).toEqual([]);
  });
}
