import { expect } from '@playwright/test';
import { colorDistance, foreignTileset, ScenePage } from './harness/scene-page.ts';
import { test } from './harness/scene-test.ts';

test.describe.configure({ mode: 'serial' });

test('dark and back to light: the ground and its zones look as they did', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  const places = [await scene.screenOf(30, 100, 0), await scene.screenOf(-180 + 31, 31, 0)] as const;
  const look = async () => [await scene.colorAt(places[0]), await scene.colorAt(places[1])] as const;
  await scene.show({ zoneOpacity: 1 });
  const light = await look();
  await scene.show({ theme: 'dark' });
  const dark = await look();
  await scene.show({ theme: 'light' });
  const again = await look();
  expect(Math.min(...light[0])).toBeGreaterThan(200);
  expect(Math.max(...light[0])).toBeLessThan(245);
  expect(Math.max(...dark[0])).toBeLessThan(90);
  expect(colorDistance(light[0], light[1])).toBeGreaterThan(25);
  expect(colorDistance(dark[0], dark[1])).toBeGreaterThan(25);
  expect(colorDistance(again[0], light[0])).toBeLessThan(3);
  expect(colorDistance(again[1], light[1])).toBeLessThan(3);
});

test('in the light theme roofs have a tone, neither white nor the ground, whoever made the tiles', async ({
  page,
  scenes,
}) => {
  const scene = await ScenePage.open(page, scenes);
  const roof = await scene.roofOf(24);
  const ground = await scene.colorAt(await scene.screenOf(42, 18, 0));
  const [own] = scenes.city.scene.tilesets;
  for (const tileset of [own, foreignTileset(scenes, 'adopted'), foreignTileset(scenes, 'mesh')]) {
    if (!tileset) throw new Error('The fixture has no tileset.');
    await scene.show({ tilesets: [tileset] });
    const color = await scene.colorAt(roof);
    expect(Math.max(...color)).toBeLessThan(240);
    expect(colorDistance(color, ground)).toBeGreaterThan(20);
  }
});

test('the sky is drawn where it is in view and left out where the ground hides it', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  const isSkyDrawn = () => page.evaluate(() => window.harness.isSkyDrawn());
  expect(await isSkyDrawn()).toBe(false);
  await scene.show({ view: scene.viewFrom(2, 0, -400, 200, -2) });
  expect(await isSkyDrawn()).toBe(true);
  const high = await scene.colorAt({ x: 160, y: 4 });
  const low = await scene.colorAt({ x: 160, y: 80 });
  // A plain background has one colour, a sky pales towards the horizon.
  expect(colorDistance(high, low)).toBeGreaterThan(8);
  await scene.show({ view: scene.viewFrom(3, 0, -400, 200, -60) });
  expect(await isSkyDrawn()).toBe(false);
});
