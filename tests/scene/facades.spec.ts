import { expect } from '@playwright/test';
import { FIXTURE_USES, STOREY_METERS } from './harness/fixture-city.ts';
import { colorDistance, type Rgb, ScenePage } from './harness/scene-page.ts';
import { test } from './harness/scene-test.ts';

test.describe.configure({ mode: 'serial' });

const NOON = { instant: '2026-06-21T12:00:00+08:00', shadows: false };
const EVENING = { instant: '2026-06-21T21:00:00+08:00', shadows: false };
const HALF_WIDTH_METERS = 15;
/** In the southern row: an office block, seen from the south. */
const ROW = 1;

/** Straight at the middle of the southern wall of a building. */
function viewOfWall(scene: ScenePage, key: number, row: number) {
  const { east, north, heightMeters } = scene.scenes.city.building(row);
  return scene.viewFrom(key, east, north - HALF_WIDTH_METERS - 45, heightMeters / 2, 0);
}

interface Block {
  left: number;
  top: number;
  width: number;
  height: number;
}

async function blockOf(scene: ScenePage, row: number): Promise<Block> {
  const { east, north, heightMeters } = scene.scenes.city.building(row);
  const south = north - HALF_WIDTH_METERS;
  const upper = await scene.screenOf(east - HALF_WIDTH_METERS, south, heightMeters);
  const lower = await scene.screenOf(east + HALF_WIDTH_METERS, south, 0);
  const [left, top] = [Math.ceil(upper.x), Math.ceil(upper.y)];
  return { left, top, width: Math.floor(lower.x) - left, height: Math.floor(lower.y) - top };
}

async function pixelsOf(scene: ScenePage, { left, top, width, height }: Block): Promise<Rgb[]> {
  const read = ([x, y, w, h]: readonly [number, number, number, number]) => window.harness.pixelsIn(x, y, w, h);
  const numbers = await scene.page.evaluate(read, [left, top, width, height] as const);
  return Array.from({ length: numbers.length / 3 }, (_, at) => numbers.slice(at * 3, at * 3 + 3) as Rgb);
}

const brightness = ([red, green, blue]: Rgb): number => red + green + blue;

/** Lamps: bright beside the wall, which is darker than this at night. */
const isLit = (color: Rgb): boolean => brightness(color) > 480;

test('lines between storeys lie at the heights of the storeys', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  await scene.show({ sun: NOON, view: viewOfWall(scene, 2, ROW) });
  const { heightMeters } = scenes.city.building(ROW);
  const block = await blockOf(scene, ROW);
  // Between two bays there is no window: the column shows the wall and its lines alone.
  const bays = Math.round((2 * HALF_WIDTH_METERS) / 3.4);
  const column = { ...block, left: block.left + Math.round((block.width * 4) / bays), width: 1 };
  const levels = (await pixelsOf(scene, column)).map(brightness);
  const metersAt = (row: number): number => heightMeters * (1 - (row + 0.5) / levels.length);
  // The foot lies in shade and the coping is lighter: lines are told in between.
  const dark = levels.flatMap((level, row) => {
    const around = Math.min(levels[row - 5] ?? 0, levels[row + 5] ?? 0);
    const isBetween = metersAt(row) > 0.6 * STOREY_METERS && metersAt(row) < heightMeters - 0.6 * STOREY_METERS;
    return isBetween && level < around * 0.95 ? [metersAt(row)] : [];
  });
  const storeys = new Set(dark.map((meters) => Math.round(meters / STOREY_METERS)));
  expect([...storeys].sort((a, b) => a - b)).toEqual(
    Array.from({ length: heightMeters / STOREY_METERS - 1 }, (_, at) => at + 1),
  );
  // A line is 7 % of a storey high and lies on its floor.
  for (const meters of dark)
    expect(Math.abs(meters - STOREY_METERS * Math.round(meters / STOREY_METERS))).toBeLessThan(0.6);
});

test('windows are lit in the evening, dark by day, and give way to a colour that tells something', async ({
  page,
  scenes,
}) => {
  const scene = await ScenePage.open(page, scenes);
  await scene.show({ theme: 'dark', sun: NOON, view: viewOfWall(scene, 2, ROW) });
  const block = await blockOf(scene, ROW);
  const day = await pixelsOf(scene, block);
  expect(day.filter(isLit)).toHaveLength(0);
  await scene.show({ sun: EVENING });
  const night = await pixelsOf(scene, block);
  const share = night.filter(isLit).length / night.length;
  expect(share).toBeGreaterThan(0.05);
  expect(share).toBeLessThan(0.5);
  await scene.show({ rowColors: Array.from({ length: 49 }, () => '#704030') });
  expect((await pixelsOf(scene, block)).filter(isLit)).toHaveLength(0);
});

test('the same windows are lit whenever the city is seen', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  await scene.show({ theme: 'dark', sun: EVENING, view: viewOfWall(scene, 2, ROW) });
  const block = await blockOf(scene, ROW);
  const first = await pixelsOf(scene, block);
  await scene.show({ sun: NOON, view: viewOfWall(scene, 3, 24) });
  await scene.show({ sun: EVENING, view: viewOfWall(scene, 4, ROW) });
  const again = await pixelsOf(scene, block);
  expect(Math.max(...again.map((color, at) => colorDistance(color, first[at] ?? [])))).toBeLessThan(3);
});

test('roofs have a tone by use; night darkens the ground but not a zone on it', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  await scene.show({ sun: NOON });
  const roofs = await Promise.all(FIXTURE_USES.map(async (_, row) => scene.colorAt(await scene.roofOf(row))));
  for (const [at, color] of roofs.entries()) {
    for (const other of roofs.slice(at + 1)) expect(colorDistance(color, other)).toBeGreaterThan(5);
  }
  await scene.show({ zoneOpacity: 1 });
  const ground = await scene.screenOf(30, 100, 0);
  const zone = await scene.screenOf(-180 + 31, 31, 0);
  const day = [await scene.colorAt(ground), await scene.colorAt(zone)] as const;
  await scene.show({ sun: EVENING });
  const night = [await scene.colorAt(ground), await scene.colorAt(zone)] as const;
  const kept = (at: 0 | 1): number => brightness(night[at]) / brightness(day[at]);
  expect(kept(0)).toBeLessThan(0.8);
  // The ground shows through the fill of a zone; of its own colour nothing is lost.
  expect(1 - kept(1)).toBeLessThan(0.8 * (1 - kept(0)));
});
