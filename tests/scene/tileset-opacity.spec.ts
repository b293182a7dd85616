import { expect } from '@playwright/test';
import type { SceneDescription } from './harness/scene-description.ts';
import { colorDistance, foreignTileset, type Rgb, ScenePage, type SceneServer } from './harness/scene-page.ts';
import { test } from './harness/scene-test.ts';

test.describe.configure({ mode: 'serial' });

type Tileset = SceneDescription['tilesets'][number];

function tilesetOf(scenes: SceneServer, maker: 'own' | 'adopted' | 'mesh'): Tileset {
  const [own] = scenes.city.scene.tilesets;
  if (!own) throw new Error('The fixture has no tileset.');
  return maker === 'own' ? own : foreignTileset(scenes, maker);
}

const ROW = 24;

for (const maker of ['own', 'adopted', 'mesh'] as const) {
  test(`${maker} tiles: the ground shows through as far as asked; hidden and shown again nothing has changed`, async ({
    page,
    scenes,
  }) => {
    const scene = await ScenePage.open(page, scenes);
    const tileset = tilesetOf(scenes, maker);
    // Straight down: behind the roof lies nothing but ground.
    const view = scene.viewFrom(2, scenes.city.building(ROW).east, scenes.city.building(ROW).north, 250, -89.9);
    const drawn = async (patch: Partial<Tileset>): Promise<Rgb> => {
      await scene.show({ tilesets: [{ ...tileset, ...patch }] });
      return scene.colorAt(roof);
    };
    await scene.show({ view, theme: 'dark', tilesets: [tileset] });
    const roof = await scene.roofOf(ROW);
    const full = await drawn({});
    const ground = await drawn({ visible: false });
    expect(colorDistance(full, ground)).toBeGreaterThan(50);
    const faded = await drawn({ visible: true, opacity: 0.3 });
    const expected = full.map((value, index) => 0.3 * value + 0.7 * (ground[index] ?? 0));
    expect(colorDistance(faded, expected)).toBeLessThan(4);
    expect(colorDistance(await drawn({ opacity: 0 }), ground)).toBeLessThan(1);
    expect(await drawn({ opacity: 1 })).toEqual(full);
    expect(scene.seen.complaints).toEqual([]);
  });
}

test('a tileset whose shading failed still fades', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  const tileset = foreignTileset(scenes, 'mesh');
  const view = scene.viewFrom(2, scenes.city.building(ROW).east, scenes.city.building(ROW).north, 250, -89.9);
  await scene.show({ view, theme: 'dark', tilesets: [tileset] });
  const roof = await scene.roofOf(ROW);
  await page.evaluate(() => window.harness.breakNewest('shader'));
  const told = async () => (await page.evaluate(() => window.harness.events.drawingFailed)).map((each) => each.loss);
  await expect.poll(told).toEqual(['shading']);
  await scene.settle();
  const full = await scene.colorAt(roof);
  await scene.show({ tilesets: [{ ...tileset, visible: false }] });
  const ground = await scene.colorAt(roof);
  await scene.show({ tilesets: [{ ...tileset, opacity: 0.3 }] });
  const faded = await scene.colorAt(roof);
  const expected = full.map((value, index) => 0.3 * value + 0.7 * (ground[index] ?? 0));
  expect(colorDistance(full, ground)).toBeGreaterThan(50);
  expect(colorDistance(faded, expected)).toBeLessThan(4);
  expect(await told()).toEqual(['shading']);
});
