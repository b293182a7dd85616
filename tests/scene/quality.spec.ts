import { expect } from '@playwright/test';
import type { QualityLevel } from '../../src/core/style/quality.ts';
import { colorDistance, type Rgb, ScenePage } from './harness/scene-page.ts';
import { test } from './harness/scene-test.ts';

test.describe.configure({ mode: 'serial' });
const HALF_WIDTH_METERS = 15;
const ROW = 24;

const effortOf = (scene: ScenePage) => scene.page.evaluate(() => window.harness.effort());

/** Without repetitions: React mounts twice while developing. */
async function levelsTold(scene: ScenePage): Promise<QualityLevel[]> {
  const told = await scene.page.evaluate(() => window.harness.events.qualities);
  return told.filter((level, at) => level !== told[at - 1]);
}

async function showLevel(scene: ScenePage, quality: QualityLevel): Promise<void> {
  await scene.show({ lowPower: false, quality });
  // What the high level adds to the picture comes with code of its own.
  await expect.poll(async () => (await effortOf(scene)).stages).toBe(quality === 'high' ? 1 : 0);
  await scene.settle();
}

test.describe('on a screen of two pixels per CSS pixel', () => {
  test.use({ deviceScaleFactor: 2 });

  test('each level gives the engine more to do and is told', async ({ page, scenes }) => {
    const scene = await ScenePage.open(page, scenes);
    await showLevel(scene, 'medium');
    const medium = { samples: 4, pixelRatio: 1, stages: 0, isShadowSoft: false, groundError: 2, tileError: 16 };
    expect(await effortOf(scene)).toEqual(medium);
    await showLevel(scene, 'high');
    const high = { samples: 4, pixelRatio: 2, stages: 1, isShadowSoft: true, groundError: 2, tileError: 12 };
    expect(await effortOf(scene)).toEqual(high);
    await showLevel(scene, 'low');
    expect(await effortOf(scene)).toMatchObject({
      ...medium,
      samples: expect.any(Number),
      groundError: 4,
      tileError: 24,
    });
    expect(await levelsTold(scene)).toEqual(['low', 'medium', 'high', 'low']);
  });
});

test('without a choice the processor draws low: edges are smoothed once the picture stands', async ({
  page,
  scenes,
}) => {
  const scene = await ScenePage.open(page, scenes);
  await scene.show({ lowPower: false });
  expect(await levelsTold(scene)).toEqual(['low']);
  await expect.poll(async () => (await effortOf(scene)).samples).toBe(4);
  await scene.show({ view: scene.viewFrom(2, 0, -200, 150, -40) });
  await expect.poll(async () => (await effortOf(scene)).samples).toBe(4);
});

test('high shades the foot of a wall and neither open ground nor a zone on it', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  const { east, north } = scenes.city.building(ROW);
  await scene.show({ view: scene.viewFrom(2, east, north - 110, 120, -50), zoneOpacity: 1 });
  const foot = await scene.screenOf(east, north - HALF_WIDTH_METERS - 1.5, 0);
  const open = await scene.screenOf(east + 30, north - 30, 0);
  const look = async (): Promise<[Rgb, Rgb]> => [await scene.colorAt(foot), await scene.colorAt(open)];
  await showLevel(scene, 'medium');
  const plain = await look();
  await showLevel(scene, 'high');
  const shaded = await look();
  const brightness = (color: Rgb): number => color[0] + color[1] + color[2];
  expect(brightness(shaded[0])).toBeLessThan(brightness(plain[0]) * 0.93);
  expect(colorDistance(shaded[1], plain[1])).toBeLessThan(6);
  await scene.show({ zoneOpacity: 0 });
  expect(colorDistance(await scene.colorAt(open), shaded[1])).toBeGreaterThan(25);
});

for (const theme of ['light', 'dark'] as const) {
  test(`a line with a dark casing runs around the selected building and no other (${theme})`, async ({
    page,
    scenes,
  }) => {
    const scene = await ScenePage.open(page, scenes);
    const { east, north, heightMeters } = scenes.city.building(ROW);
    await scene.show({ theme, view: scene.viewFrom(2, east, north - 110, 120, -50) });
    const corner = await scene.screenOf(east - HALF_WIDTH_METERS, north, heightMeters);
    const [left, top] = [Math.round(corner.x) - 12, Math.round(corner.y)];
    const across = async (): Promise<Rgb[]> => {
      const numbers = await page.evaluate(([x, y]) => window.harness.pixelsIn(x, y, 24, 1), [left, top] as const);
      return Array.from({ length: 24 }, (_, at) => numbers.slice(at * 3, at * 3 + 3) as Rgb);
    };
    const bare = await across();
    await scene.show({ selectedRow: ROW });
    await expect.poll(async () => (await effortOf(scene)).stages).toBe(1);
    await scene.settle();
    const lined = await across();
    const dark = lined.findIndex((color) => Math.max(...color) < 110 && color[2] > color[0] + 20);
    const bright = lined.findIndex((color, at) => at > dark && Math.min(...color) > 235);
    expect(dark).toBeGreaterThan(4);
    expect(bright).toBeGreaterThan(dark);
    expect(bright).toBeLessThan(17);
    // Beyond the casing nothing has changed.
    for (const [at, color] of lined.slice(0, dark - 2).entries())
      expect(colorDistance(color, bare[at] ?? [])).toBeLessThan(3);
    const roof = await scene.roofOf(ROW);
    await page.mouse.click(roof.x, roof.y);
    const picks = await page.evaluate(() => window.harness.events.picks);
    expect(picks).toMatchObject([{ kind: 'element', tilesetId: 'buildings', row: ROW }]);
    await scene.show({ selectedRow: null });
    expect((await effortOf(scene)).stages).toBe(0);
    const again = await across();
    expect(Math.max(...again.map((color, at) => colorDistance(color, bare[at] ?? [])))).toBeLessThan(3);
  });
}

for (const quality of ['auto', 'medium', 'high'] as const) {
  test(`at ${quality} a scene that rests draws nothing, a building selected or not`, async ({ page, scenes }) => {
    const scene = await ScenePage.open(page, scenes);
    await scene.show({ lowPower: false, quality });
    await expect.poll(() => page.evaluate(() => window.harness.framesWithin(900))).toBe(0);
    await scene.show({ selectedRow: ROW });
    await expect.poll(() => page.evaluate(() => window.harness.framesWithin(900))).toBe(0);
  });
}
