import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { type RunningServer, startServer } from '../../tools/serve/serve.ts';
import { buildHarness } from './harness/build-harness.ts';
import { type FixtureAdopted, writeFixtureAdopted } from './harness/fixture-adopted.ts';
import { BASE_HEIGHT_METERS, type FixtureCity, PROJECT_CRS, writeFixtureCity } from './harness/fixture-city.ts';
import type { Harness, SceneDescription } from './harness/scene-description.ts';

declare global {
  interface Window {
    harness: Harness;
  }
}

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 320, height: 240 } });

const SETTLE_MS = 60_000;
let folder: string;
let server: RunningServer;
let city: FixtureCity;
let adopted: FixtureAdopted;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'globe-harness-'));
  await buildHarness(folder);
  city = await writeFixtureCity(folder);
  adopted = await writeFixtureAdopted(folder, PROJECT_CRS);
  server = await startServer({ mounts: [{ path: '/', folder }], port: 0 });
});

test.afterAll(async () => {
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Every request to another host and every complaint of the page, the policy's among them. */
async function open(page: Page): Promise<{ foreign: string[]; complaints: string[] }> {
  const seen = { foreign: [] as string[], complaints: [] as string[] };
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.host !== new URL(server.url).host) seen.foreign.push(request.url());
  });
  page.on('console', (message) => {
    const expected = /favicon|GPU stall|status of 404/.test(`${message.text()} ${message.location().url}`);
    if (message.type() === 'error' && !expected) seen.complaints.push(message.text());
  });
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  await page.goto(server.url);
  await page.waitForFunction(() => 'harness' in window);
  await settle(page);
  return seen;
}

async function settle(page: Page): Promise<void> {
  await page.evaluate((timeout) => window.harness.settled(timeout), SETTLE_MS);
}

async function show(page: Page, patch: Partial<SceneDescription>): Promise<void> {
  await page.evaluate((each) => window.harness.show(each), patch);
  await settle(page);
}

async function screenOf(page: Page, east: number, north: number, up: number): Promise<{ x: number; y: number }> {
  const [lon, lat] = city.place(east, north);
  const at = await page.evaluate(([a, b, c]) => window.harness.project(a, b, c), [
    lon,
    lat,
    BASE_HEIGHT_METERS + up,
  ] as const);
  if (!at) throw new Error('behind the camera');
  return at;
}

/** Middle of the roof of a building on the screen. */
async function roofOf(page: Page, row: number): Promise<{ x: number; y: number }> {
  const { east, north, heightMeters } = city.building(row);
  return screenOf(page, east, north, heightMeters);
}

async function colorAt(page: Page, at: { x: number; y: number }): Promise<[number, number, number]> {
  return page.evaluate(({ x, y }) => window.harness.pixel(x, y), at);
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}

test('tiles are drawn on the ground, under the strict policy, from this host alone', async ({ page }) => {
  const seen = await open(page);
  expect(await page.evaluate(() => window.harness.drawnTiles())).toBeGreaterThan(0);
  const [lon, lat] = city.place(30, 30);
  const height = await page.evaluate(([a, b]) => window.harness.heightAt(a, b), [lon, lat] as const);
  expect(height).toBeCloseTo(BASE_HEIGHT_METERS, 1);
  const roof = await colorAt(page, await roofOf(page, 24));
  const ground = await colorAt(page, await screenOf(page, 42, 18, 0));
  expect(distance(roof, ground)).toBeGreaterThan(12);
  expect(seen).toEqual({ foreign: [], complaints: [] });
});

test('the highlight colours the selected building and no other', async ({ page }) => {
  await open(page);
  const [chosen, other] = [await roofOf(page, 24), await roofOf(page, 10)];
  const before = [await colorAt(page, chosen), await colorAt(page, other)] as const;
  await show(page, { selectedRow: 24 });
  const [red, , blue] = await colorAt(page, chosen);
  expect(blue - red).toBeGreaterThan(80);
  expect(distance(await colorAt(page, other), before[1])).toBeLessThan(3);
  await show(page, { selectedRow: null });
  expect(distance(await colorAt(page, chosen), before[0])).toBeLessThan(3);
});

test('each level of zone changes the ground in its own colour, beside it nothing changes', async ({ page }) => {
  await open(page);
  const east = { red: -180, orange: -90, yellow: 0, blue: 90 };
  const outside = await screenOf(page, 30, 100, 0);
  const bare = await colorAt(page, outside);
  // 33 m north of the zone's middle: open ground between the buildings.
  const places = await Promise.all(Object.values(east).map((each) => screenOf(page, each + 31, 31, 0)));
  const before = await Promise.all(places.map((each) => colorAt(page, each)));
  await show(page, { zoneOpacity: 1 });
  const after = await Promise.all(places.map((each) => colorAt(page, each)));
  for (const [index, color] of after.entries()) {
    expect(distance(color, before[index] ?? [])).toBeGreaterThan(25);
  }
  const [red = [0, 0, 0], , , blue = [0, 0, 0]] = after;
  expect((red[0] ?? 0) - (red[2] ?? 0)).toBeGreaterThan(30);
  expect((blue[2] ?? 0) - (blue[0] ?? 0)).toBeGreaterThan(30);
  expect(distance(await colorAt(page, outside), bare)).toBeLessThan(3);
});

/** Straight down on a point, metres east and north of the centre. */
function above(key: number, east: number, north: number, heightMeters: number): SceneDescription['view'] {
  const [lon, lat] = city.place(east, north);
  const position = { lon, lat, ellipsoidalHeightMeters: BASE_HEIGHT_METERS + heightMeters };
  return { key, target: { position, headingDegrees: 0, pitchDegrees: -89.9 } };
}

test('a small zone among far ones is sharp after a jump, in the first view and in a larger window', async ({
  page,
}) => {
  await open(page);
  // One sheet over 9 km has texels of metres: its outlines would cover the ground 6 m beside the zone.
  const zones = [city.zone('small', 'red', 30, 30, 6), city.zone('far', 'yellow', 9000, 30, 40)];
  const near = above(2, 30, 30, 160);
  await show(page, { view: near, zones });
  const beside = await screenOf(page, 42, 30, 0);
  const bare = await colorAt(page, beside);
  const expectSharp = async (): Promise<void> => {
    const [inside, outside] = [await screenOf(page, 30, 30, 0), await screenOf(page, 42, 30, 0)];
    await expect.poll(async () => distance(await colorAt(page, outside), bare)).toBeLessThan(3);
    const [red, , blue] = await colorAt(page, inside);
    expect(red - blue).toBeGreaterThan(30);
  };
  await show(page, { zoneOpacity: 1 });
  await expectSharp();
  await show(page, { view: above(3, 9000, 30, 160) });
  await show(page, { view: above(4, 30, 30, 160) });
  await expectSharp();
  await page.evaluate(() => window.harness.unmount());
  await page.evaluate(() => window.harness.mount());
  await settle(page);
  await expectSharp();
  await page.setViewportSize({ width: 640, height: 240 });
  await settle(page);
  await expectSharp();
});

test('hidden zones leave the ground bare; shown again, half as strong, they are there at once', async ({ page }) => {
  await open(page);
  const at = await screenOf(page, -180 + 31, 31, 0);
  const bare = await colorAt(page, at);
  await show(page, { zoneOpacity: 1 });
  const full = distance(await colorAt(page, at), bare);
  await show(page, { zoneOpacity: 0 });
  expect(distance(await colorAt(page, at), bare)).toBeLessThan(3);
  await show(page, { zoneOpacity: 0.5 });
  const half = distance(await colorAt(page, at), bare);
  expect(half).toBeGreaterThan(full * 0.35);
  expect(half).toBeLessThan(full * 0.65);
});

test('a page whose browser cannot draw in workers paints the same zones by itself', async ({ page }) => {
  await page.addInitScript(() => Object.assign(OffscreenCanvas.prototype, { getContext: () => null }));
  await open(page);
  const at = await screenOf(page, -180 + 31, 31, 0);
  const bare = await colorAt(page, at);
  await show(page, { zoneOpacity: 1 });
  const painted = await colorAt(page, at);
  expect(page.workers().filter((worker) => /zone-painter/.test(worker.url()))).toEqual([]);
  expect(distance(painted, bare)).toBeGreaterThan(25);
  const [red, , blue] = painted;
  expect(red - blue).toBeGreaterThan(30);
});

test('clicks tell the row of a building, the id of a shelter, the place on the ground', async ({ page }) => {
  await open(page);
  const roof = await roofOf(page, 24);
  await page.mouse.click(roof.x, roof.y);
  const shelter = await screenOf(page, -30, -90, 1);
  await page.mouse.click(shelter.x, shelter.y - 8);
  const ground = await screenOf(page, 30, 100, 0);
  await page.mouse.click(ground.x, ground.y);
  const picks = await page.evaluate(() => window.harness.events.picks);
  const [lon, lat] = city.place(30, 100);
  expect(picks[0]).toMatchObject({ kind: 'element', tilesetId: 'buildings', row: 24 });
  expect(picks[1]).toMatchObject({ kind: 'shelter', id: 'school' });
  expect(picks[2]?.kind).toBe('ground');
  expect(picks[2]?.position?.lon).toBeCloseTo(lon, 4);
  expect(picks[2]?.position?.lat).toBeCloseTo(lat, 4);
});

test('an absent tileset is told once and the rest is drawn', async ({ page }) => {
  await open(page);
  const absent = { id: 'absent', url: 'nowhere/tileset.json', rowLookup: 'row' as const, index: null, opacity: 1 };
  await show(page, { tilesets: [...city.scene.tilesets, absent] });
  const failed = await page.evaluate(() => window.harness.events.failed);
  expect(failed.map((each) => each.uri)).toEqual(['tileset.json']);
  expect(await page.evaluate(() => window.harness.drawnTiles())).toBeGreaterThan(0);
});

/** The fixture as others deliver it, beside or instead of our own. */
function adoptedTileset(): SceneDescription['tilesets'][number] {
  return { id: 'adopted', url: 'adopted/tileset.json', rowLookup: 'index', index: adopted.index, opacity: 1 };
}

test('adopted tiles: highlight and pick through the index, the missing content told once', async ({ page }) => {
  expect(adopted.absentContents).toEqual(['absent.glb']);
  await open(page);
  await show(page, { tilesets: [adoptedTileset()] });
  const [chosen, other] = [await roofOf(page, 24), await roofOf(page, 10)];
  const ground = await colorAt(page, await screenOf(page, 42, 18, 0));
  const before = [await colorAt(page, chosen), await colorAt(page, other)] as const;
  expect(distance(before[0], ground)).toBeGreaterThan(12);
  const row = adopted.rowOf('b24');
  expect(row).toBeGreaterThanOrEqual(0);
  await show(page, { selectedRow: row });
  const [red, , blue] = await colorAt(page, chosen);
  expect(blue - red).toBeGreaterThan(80);
  expect(distance(await colorAt(page, other), before[1])).toBeLessThan(3);
  await show(page, { selectedRow: null });
  expect(distance(await colorAt(page, chosen), before[0])).toBeLessThan(3);
  await page.mouse.click(chosen.x, chosen.y);
  const events = await page.evaluate(() => window.harness.events);
  expect(events.picks[0]).toMatchObject({ kind: 'element', tilesetId: 'adopted', row });
  expect(events.failed.map((each) => each.uri)).toEqual(['absent.glb']);
  expect([events.renderFailed, events.drawingFailed]).toEqual([[], []]);
});

for (const how of ['exception', 'shader'] as const) {
  test(`a tileset that cannot be drawn (${how}) is told, shown plain, then left out; the rest goes on`, async ({
    page,
  }) => {
    await open(page);
    const roof = await roofOf(page, 24);
    const ground = await colorAt(page, await screenOf(page, 42, 18, 0));
    await show(page, { tilesets: [adoptedTileset()] });
    const told = async () => (await page.evaluate(() => window.harness.events.drawingFailed)).map((each) => each.loss);
    await page.evaluate((each) => window.harness.breakNewest(each), how);
    await expect.poll(told).toEqual(['shading']);
    await settle(page);
    expect(distance(await colorAt(page, roof), ground)).toBeGreaterThan(12);
    await page.evaluate((each) => window.harness.breakNewest(each), how);
    await expect.poll(told).toEqual(['shading', 'all']);
    await show(page, { tilesets: [...city.scene.tilesets, adoptedTileset()] });
    await show(page, { selectedRow: 24 });
    const [red, , blue] = await colorAt(page, roof);
    expect(blue - red).toBeGreaterThan(80);
    await expect.poll(() => page.evaluate(() => window.harness.isDrawing())).toBe(true);
    expect(await page.evaluate(() => window.harness.events.renderFailed)).toEqual([]);
  });
}

test('mounted, unmounted and mounted again there is one canvas and the same picture', async ({ page }) => {
  await open(page);
  const before = await colorAt(page, await roofOf(page, 24));
  for (let round = 0; round < 2; round += 1) {
    await page.evaluate(() => window.harness.unmount());
    await expect(page.locator('canvas')).toHaveCount(0);
    await page.evaluate(() => window.harness.mount());
    await settle(page);
    await expect(page.locator('canvas')).toHaveCount(1);
  }
  const picksBefore = await page.evaluate(() => window.harness.events.picks.length);
  const roof = await roofOf(page, 24);
  await page.mouse.click(roof.x, roof.y);
  expect(await page.evaluate(() => window.harness.events.picks.length)).toBe(picksBefore + 1);
  expect(distance(await colorAt(page, roof), before)).toBeLessThan(3);
});

test('a lost graphics context is reported', async ({ page }) => {
  await open(page);
  await page.evaluate(() => window.harness.loseContext());
  await expect.poll(() => page.evaluate(() => window.harness.events.contextLost)).toBe(1);
});
