import { expect } from '@playwright/test';
import { BASE_HEIGHT_METERS } from './harness/fixture-city.ts';
import { colorDistance, foreignTileset, ScenePage } from './harness/scene-page.ts';
import { test } from './harness/scene-test.ts';

test.describe.configure({ mode: 'serial' });

test('tiles are drawn on the ground, under the strict policy, from this host alone', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  expect(await page.evaluate(() => window.harness.drawnTiles())).toBeGreaterThan(0);
  const [lon, lat] = scenes.city.place(30, 30);
  const height = await page.evaluate(([a, b]) => window.harness.heightAt(a, b), [lon, lat] as const);
  expect(height).toBeCloseTo(BASE_HEIGHT_METERS, 1);
  const roof = await scene.colorAt(await scene.roofOf(24));
  const ground = await scene.colorAt(await scene.screenOf(42, 18, 0));
  expect(colorDistance(roof, ground)).toBeGreaterThan(12);
  expect(scene.seen).toEqual({ foreign: [], complaints: [] });
});

test('the highlight colours the selected building and no other', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  const [chosen, other] = [await scene.roofOf(24), await scene.roofOf(10)];
  const before = [await scene.colorAt(chosen), await scene.colorAt(other)] as const;
  await scene.show({ selectedRow: 24 });
  const [red, , blue] = await scene.colorAt(chosen);
  expect(blue - red).toBeGreaterThan(80);
  expect(colorDistance(await scene.colorAt(other), before[1])).toBeLessThan(3);
  await scene.show({ selectedRow: null });
  expect(colorDistance(await scene.colorAt(chosen), before[0])).toBeLessThan(3);
});

test('each level of zone changes the ground in its own colour, beside it nothing changes', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  const east = { red: -180, orange: -90, yellow: 0, blue: 90 };
  const outside = await scene.screenOf(30, 100, 0);
  const bare = await scene.colorAt(outside);
  // 33 m north of the zone's middle: open ground between the buildings.
  const places = await Promise.all(Object.values(east).map((each) => scene.screenOf(each + 31, 31, 0)));
  const before = await Promise.all(places.map((each) => scene.colorAt(each)));
  await scene.show({ zoneOpacity: 1 });
  const after = await Promise.all(places.map((each) => scene.colorAt(each)));
  for (const [index, color] of after.entries()) {
    expect(colorDistance(color, before[index] ?? [])).toBeGreaterThan(25);
  }
  const [red = [0, 0, 0], , , blue = [0, 0, 0]] = after;
  expect((red[0] ?? 0) - (red[2] ?? 0)).toBeGreaterThan(30);
  expect((blue[2] ?? 0) - (blue[0] ?? 0)).toBeGreaterThan(30);
  expect(colorDistance(await scene.colorAt(outside), bare)).toBeLessThan(3);
});

test('a small zone among far ones is sharp after a jump, in the first view and in a larger window', async ({
  page,
  scenes,
}) => {
  const scene = await ScenePage.open(page, scenes);
  // One sheet over 9 km has texels of metres: its outlines would cover the ground 6 m beside the zone.
  const zones = [scenes.city.zone('small', 'red', 30, 30, 6), scenes.city.zone('far', 'yellow', 9000, 30, 40)];
  const near = scene.viewFrom(2, 30, 30, 160, -89.9);
  await scene.show({ view: near, zones });
  const beside = await scene.screenOf(42, 30, 0);
  const bare = await scene.colorAt(beside);
  const expectSharp = async (): Promise<void> => {
    const [inside, outside] = [await scene.screenOf(30, 30, 0), await scene.screenOf(42, 30, 0)];
    await expect.poll(async () => colorDistance(await scene.colorAt(outside), bare)).toBeLessThan(3);
    const [red, , blue] = await scene.colorAt(inside);
    expect(red - blue).toBeGreaterThan(30);
  };
  await scene.show({ zoneOpacity: 1 });
  await expectSharp();
  await scene.show({ view: scene.viewFrom(3, 9000, 30, 160, -89.9) });
  await scene.show({ view: scene.viewFrom(4, 30, 30, 160, -89.9) });
  await expectSharp();
  await page.evaluate(() => window.harness.unmount());
  await page.evaluate(() => window.harness.mount());
  await scene.settle();
  await expectSharp();
  await page.setViewportSize({ width: 640, height: 240 });
  await scene.settle();
  await expectSharp();
});

test('hidden zones leave the ground bare; shown again, half as strong, they are there at once', async ({
  page,
  scenes,
}) => {
  const scene = await ScenePage.open(page, scenes);
  const at = await scene.screenOf(-180 + 31, 31, 0);
  const bare = await scene.colorAt(at);
  await scene.show({ zoneOpacity: 1 });
  const full = colorDistance(await scene.colorAt(at), bare);
  await scene.show({ zoneOpacity: 0 });
  expect(colorDistance(await scene.colorAt(at), bare)).toBeLessThan(3);
  await scene.show({ zoneOpacity: 0.5 });
  const half = colorDistance(await scene.colorAt(at), bare);
  expect(half).toBeGreaterThan(full * 0.35);
  expect(half).toBeLessThan(full * 0.65);
});

test('a page whose browser cannot draw in workers paints the same zones by itself', async ({ page, scenes }) => {
  await page.addInitScript(() => Object.assign(OffscreenCanvas.prototype, { getContext: () => null }));
  const scene = await ScenePage.open(page, scenes);
  const at = await scene.screenOf(-180 + 31, 31, 0);
  const bare = await scene.colorAt(at);
  await scene.show({ zoneOpacity: 1 });
  const painted = await scene.colorAt(at);
  expect(page.workers().filter((worker) => /zone-painter/.test(worker.url()))).toEqual([]);
  expect(colorDistance(painted, bare)).toBeGreaterThan(25);
  const [red, , blue] = painted;
  expect(red - blue).toBeGreaterThan(30);
});

test('clicks tell the row of a building, the id of a shelter, the place on the ground', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  const roof = await scene.roofOf(24);
  await page.mouse.click(roof.x, roof.y);
  const shelter = await scene.screenOf(-30, -90, 1);
  await page.mouse.click(shelter.x, shelter.y - 8);
  const ground = await scene.screenOf(30, 100, 0);
  await page.mouse.click(ground.x, ground.y);
  const picks = await page.evaluate(() => window.harness.events.picks);
  const [lon, lat] = scenes.city.place(30, 100);
  expect(picks[0]).toMatchObject({ kind: 'element', tilesetId: 'buildings', row: 24 });
  expect(picks[1]).toMatchObject({ kind: 'shelter', id: 'school' });
  expect(picks[2]?.kind).toBe('ground');
  expect(picks[2]?.position?.lon).toBeCloseTo(lon, 4);
  expect(picks[2]?.position?.lat).toBeCloseTo(lat, 4);
});

test('an absent tileset is told once and the rest is drawn', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  const absent = { id: 'absent', url: 'nowhere/tileset.json', rowLookup: 'row' as const, index: null, opacity: 1 };
  await scene.show({ tilesets: [...scenes.city.scene.tilesets, absent] });
  const failed = await page.evaluate(() => window.harness.events.failed);
  expect(failed.map((each) => each.uri)).toEqual(['tileset.json']);
  expect(await page.evaluate(() => window.harness.drawnTiles())).toBeGreaterThan(0);
});

test('adopted tiles: highlight and pick through the index, the missing content told once', async ({ page, scenes }) => {
  expect(scenes.adopted.absentContents).toEqual(['absent.glb']);
  const scene = await ScenePage.open(page, scenes);
  await scene.show({ tilesets: [foreignTileset(scenes, 'adopted')] });
  const [chosen, other] = [await scene.roofOf(24), await scene.roofOf(10)];
  const ground = await scene.colorAt(await scene.screenOf(42, 18, 0));
  const before = [await scene.colorAt(chosen), await scene.colorAt(other)] as const;
  expect(colorDistance(before[0], ground)).toBeGreaterThan(12);
  const row = scenes.adopted.rowOf('b24');
  expect(row).toBeGreaterThanOrEqual(0);
  await scene.show({ selectedRow: row });
  const [red, , blue] = await scene.colorAt(chosen);
  expect(blue - red).toBeGreaterThan(80);
  expect(colorDistance(await scene.colorAt(other), before[1])).toBeLessThan(3);
  await scene.show({ selectedRow: null });
  expect(colorDistance(await scene.colorAt(chosen), before[0])).toBeLessThan(3);
  await page.mouse.click(chosen.x, chosen.y);
  const events = await page.evaluate(() => window.harness.events);
  expect(events.picks[0]).toMatchObject({ kind: 'element', tilesetId: 'adopted', row });
  expect(events.failed.map((each) => each.uri)).toEqual(['absent.glb']);
  expect([events.renderFailed, events.drawingFailed]).toEqual([[], []]);
});

for (const how of ['exception', 'shader'] as const) {
  test(`a tileset that cannot be drawn (${how}) is told, shown plain, then left out; the rest goes on`, async ({
    page,
    scenes,
  }) => {
    const scene = await ScenePage.open(page, scenes);
    const roof = await scene.roofOf(24);
    const ground = await scene.colorAt(await scene.screenOf(42, 18, 0));
    await scene.show({ tilesets: [foreignTileset(scenes, 'adopted')] });
    const told = async () => (await page.evaluate(() => window.harness.events.drawingFailed)).map((each) => each.loss);
    await page.evaluate((each) => window.harness.breakNewest(each), how);
    await expect.poll(told).toEqual(['shading']);
    await scene.settle();
    expect(colorDistance(await scene.colorAt(roof), ground)).toBeGreaterThan(12);
    await page.evaluate((each) => window.harness.breakNewest(each), how);
    await expect.poll(told).toEqual(['shading', 'all']);
    await scene.show({ tilesets: [...scenes.city.scene.tilesets, foreignTileset(scenes, 'adopted')] });
    await scene.show({ selectedRow: 24 });
    const [red, , blue] = await scene.colorAt(roof);
    expect(blue - red).toBeGreaterThan(80);
    await expect.poll(() => page.evaluate(() => window.harness.isDrawing())).toBe(true);
    expect(await page.evaluate(() => window.harness.events.renderFailed)).toEqual([]);
  });
}

test('mounted, unmounted and mounted again there is one canvas and the same picture', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  const before = await scene.colorAt(await scene.roofOf(24));
  for (let round = 0; round < 2; round += 1) {
    await page.evaluate(() => window.harness.unmount());
    await expect(page.locator('canvas')).toHaveCount(0);
    await page.evaluate(() => window.harness.mount());
    await scene.settle();
    await expect(page.locator('canvas')).toHaveCount(1);
  }
  const picksBefore = await page.evaluate(() => window.harness.events.picks.length);
  const roof = await scene.roofOf(24);
  await page.mouse.click(roof.x, roof.y);
  expect(await page.evaluate(() => window.harness.events.picks.length)).toBe(picksBefore + 1);
  expect(colorDistance(await scene.colorAt(roof), before)).toBeLessThan(3);
});

test('a lost graphics context is reported', async ({ page, scenes }) => {
  await ScenePage.open(page, scenes);
  await page.evaluate(() => window.harness.loseContext());
  await expect.poll(() => page.evaluate(() => window.harness.events.contextLost)).toBe(1);
});
