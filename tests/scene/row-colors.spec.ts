import { expect, type Page } from '@playwright/test';
import { colorDistance, foreignTileset, type Rgb, ScenePage } from './harness/scene-page.ts';
import { test } from './harness/scene-test.ts';

test.describe.configure({ mode: 'serial' });

const ROWS = 49;
const GREEN = '#20c040';
const VIOLET = '#8030d0';

/** Rows in turn green, violet and as they are. */
function striped(): (string | null)[] {
  return Array.from({ length: ROWS }, (_, row) => [GREEN, VIOLET, null][row % 3] ?? null);
}

function hue([red, green, blue]: Rgb): 'green' | 'violet' | 'plain' {
  if (green > red + 40 && green > blue + 40) return 'green';
  return blue > green + 40 && red > green + 20 ? 'violet' : 'plain';
}

async function roofs(scene: ScenePage, rows: number[]): Promise<Rgb[]> {
  return Promise.all(rows.map(async (row) => scene.colorAt(await scene.roofOf(row))));
}

test('every building has the colour of its row, zones do not mix into it, and taken back it is as before', async ({
  page,
  scenes,
}) => {
  const scene = await ScenePage.open(page, scenes);
  const rows = [9, 10, 11, 24, 25, 26, 37, 38, 39];
  const before = await roofs(scene, rows);
  await scene.show({ rowColors: striped() });
  const after = await roofs(scene, rows);
  expect(after.map(hue)).toEqual(rows.map((row) => (['green', 'violet', 'plain'] as const)[row % 3]));
  await scene.show({ zoneOpacity: 1 });
  const [zoned = [0, 0, 0]] = await roofs(scene, [24]);
  expect(colorDistance(zoned, after[rows.indexOf(24)] ?? [])).toBeLessThan(3);
  await scene.show({ zoneOpacity: 0, rowColors: null });
  const again = await roofs(scene, rows);
  expect(Math.max(...again.map((color, at) => colorDistance(color, before[at] ?? [])))).toBeLessThan(3);
});

/** Colours at a pixel in every frame that is drawn while the tiles of a mounted scene arrive. */
async function watchArrival(page: Page, at: { x: number; y: number }): Promise<Rgb[]> {
  return page.evaluate(async ({ x, y }) => {
    const seen: [number, number, number][] = [];
    window.harness.mount();
    const end = performance.now() + 60_000;
    let drawn = 0;
    while (drawn < 5 && performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      if (!window.harness.isMounted()) continue;
      seen.push(window.harness.pixel(x, y));
      if (window.harness.drawnTiles() > 0) drawn += 1;
    }
    return seen;
  }, at);
}

test('a tile that arrives is coloured in its first frame', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  const at = await scene.roofOf(24);
  const plain = await scene.colorAt(at);
  await scene.show({ rowColors: striped() });
  const told = await scene.colorAt(at);
  expect(hue(told)).toBe('green');
  await page.evaluate(() => window.harness.unmount());
  const seen = await watchArrival(page, at);
  expect(colorDistance(seen.at(-1) ?? [], told)).toBeLessThan(4);
  expect(seen.filter((color) => colorDistance(color, plain) < 12)).toEqual([]);
});

test('tiles of another maker are coloured through their index, those that arrive later too', async ({
  page,
  scenes,
}) => {
  const scene = await ScenePage.open(page, scenes);
  const foreign = foreignTileset(scenes, 'adopted');
  const rowColors: (string | null)[] = Array.from({ length: ROWS }, () => null);
  rowColors[scenes.adopted.rowOf('b24')] = GREEN;
  await scene.show({ tilesets: [foreign], rowColors });
  expect((await roofs(scene, [24, 25])).map(hue)).toEqual(['green', 'plain']);
  rowColors[scenes.adopted.rowOf('b24')] = null;
  rowColors[scenes.adopted.rowOf('b25')] = VIOLET;
  await scene.show({ rowColors });
  expect((await roofs(scene, [24, 25])).map(hue)).toEqual(['plain', 'violet']);
});
