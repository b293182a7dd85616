import { expect, type Page } from '@playwright/test';
import type { ProjectedXY } from '../../src/core/geometry/coordinates.ts';
import type { Sketch, SketchEvent, SketchTool } from '../../src/core/zones/editing/sketch.ts';
import { startSketch } from '../../src/core/zones/editing/start-sketch.ts';
import { colorDistance, type Point, ScenePage } from './harness/scene-page.ts';
import { test } from './harness/scene-test.ts';

test.describe.configure({ mode: 'serial' });

const VIEWPORT = { width: 480, height: 320 };
/** Open ground between the blocks, metres east and north of the city's centre. */
const SQUARE: readonly Position[] = [
  [-30, -30],
  [30, -30],
  [30, 30],
  [-30, 30],
];

type Position = readonly [east: number, north: number];

let page: Page;
let scene: ScenePage;

test.beforeAll(async ({ browser, scenes }) => {
  page = await browser.newPage({ viewport: VIEWPORT });
  scene = await ScenePage.open(page, scenes);
  await scene.show({ view: scene.viewFrom(2, 0, -190, 210, -48) });
});

test.afterAll(async () => {
  await page?.close();
});

function project([east, north]: Position): ProjectedXY {
  return scene.scenes.city.project(east, north);
}

/** Opens an outline, empty or on a ring given in metres east and north of the centre. */
async function begin(tool: SketchTool, ring: readonly Position[] = []): Promise<void> {
  const sketch = startSketch(tool, null, ring.length > 0 ? [[ring.map(project)]] : []);
  await page.evaluate(() => window.harness.events.committed.splice(0));
  await page.evaluate(() => window.harness.events.sketch.splice(0));
  await scene.show({ sketch });
}

/** The committed ring, metres east and north of the centre. */
async function committedRing(): Promise<Position[]> {
  await expect.poll(() => page.evaluate(() => window.harness.events.committed.length)).toBe(1);
  const [shape = []] = await page.evaluate(() => window.harness.events.committed);
  const [x0, y0] = project([0, 0]);
  return (shape[0]?.[0] ?? []).map(([x, y]) => [x - x0, y - y0] as const);
}

async function told(): Promise<SketchEvent[]> {
  return page.evaluate(() => window.harness.events.sketch);
}

async function sketchNow(): Promise<Sketch | null> {
  return page.evaluate(() => window.harness.sketch());
}

async function screenOf([east, north]: Position, up = 0): Promise<Point> {
  return scene.screenOf(east, north, up);
}

async function clickAt(place: Position, up = 0): Promise<void> {
  const at = await screenOf(place, up);
  await page.mouse.click(at.x, at.y);
}

async function dragFrom(from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 2 });
  await page.mouse.up();
}

/** Metres that one pixel spans on the ground at a place, the longer way. */
async function pixelMeters(place: Position): Promise<number> {
  const [a, b, c] = [
    await screenOf(place),
    await screenOf([place[0] + 1, place[1]]),
    await screenOf([place[0], place[1] + 1]),
  ];
  return 1 / Math.min(Math.hypot(b.x - a.x, b.y - a.y), Math.hypot(c.x - a.x, c.y - a.y));
}

function areaOf(ring: readonly Position[]): number {
  const doubled = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** Every wanted corner is a corner of the ring, within the metres of a pixel there. */
async function expectCorners(ring: readonly Position[], wanted: readonly Position[]): Promise<void> {
  expect(ring).toHaveLength(wanted.length);
  for (const place of wanted) {
    const away = Math.min(...ring.map(([x, y]) => Math.hypot(x - place[0], y - place[1])));
    expect(away, `corner at ${place}`).toBeLessThan(await pixelMeters(place));
  }
}

test('clicks make a polygon of the very places clicked, and pick nothing meanwhile', async () => {
  const corners: Position[] = [
    [-30, -30],
    [30, -28],
    [28, 33],
    [-33, 30],
  ];
  const picksBefore = await page.evaluate(() => window.harness.events.picks.length);
  await begin('polygon');
  for (const corner of corners) await clickAt(corner);
  await clickAt(corners[0] ?? [0, 0]);
  await expectCorners(await committedRing(), corners);
  await page.waitForTimeout(300);
  expect(await page.evaluate(() => window.harness.events.picks.length)).toBe(picksBefore);
  await clickAt([-30, -30]);
  expect(await page.evaluate(() => window.harness.events.picks.length)).toBe(picksBefore + 1);
});

test('a point set on a roof lies under that roof, not on the ground behind it', async () => {
  await begin('polygon');
  const { east, north, heightMeters } = scene.scenes.city.building(24);
  expect(heightMeters).toBeGreaterThan(8);
  await clickAt([east, north], heightMeters);
  const [event] = (await told()).filter(({ kind }) => kind === 'placed');
  const at = event && 'at' in event ? event.at : [0, 0];
  const [x, y] = project([east, north]);
  expect(Math.hypot((at[0] ?? 0) - x, (at[1] ?? 0) - y)).toBeLessThan((await pixelMeters([east, north])) * 1.5);
  await scene.show({ sketch: null });
});

test('a double click ends a polygon, a second click a rectangle and a circle', async () => {
  await begin('polygon');
  for (const corner of SQUARE.slice(0, 3)) await clickAt(corner);
  const last = await screenOf([-30, 30]);
  await page.mouse.dblclick(last.x, last.y);
  await expectCorners(await committedRing(), SQUARE);

  await begin('rectangle');
  await clickAt([-30, -30]);
  await clickAt([30, 30]);
  await expectCorners(await committedRing(), SQUARE);

  await begin('circle');
  await clickAt([-30, 30]);
  await clickAt([30, 30]);
  const circle = await committedRing();
  const slack = await pixelMeters([-30, 30]);
  for (const [x, y] of circle) expect(Math.abs(Math.hypot(x + 30, y - 30) - 60)).toBeLessThan(slack);
  expect(circle.length).toBeGreaterThan(30);
});

test('a line becomes a corridor of its width', async () => {
  await begin('corridor');
  await clickAt([-30, 30]);
  const end = await screenOf([30, 30]);
  await page.mouse.dblclick(end.x, end.y);
  // 60 m of line, 20 m wide, half a disc at either end.
  const wanted = 60 * 20 + Math.PI * 10 ** 2;
  expect(Math.abs(areaOf(await committedRing()) - wanted)).toBeLessThan(wanted * 0.02);
});

test('a vertex follows the pointer, a middle becomes a vertex; the camera rests', async () => {
  const camera = await screenOf([100, 100]);
  await begin('reshape', SQUARE);
  await dragFrom(await screenOf([30, 30]), await screenOf([33, 88]));
  await expectCorners(await committedRing(), [...SQUARE.filter(([x, y]) => x !== 30 || y !== 30), [33, 88]]);
  await begin('reshape', SQUARE);
  await dragFrom(await screenOf([0, -30]), await screenOf([-30, -88]));
  await expectCorners(await committedRing(), [...SQUARE, [-30, -88]]);
  expect(await screenOf([100, 100])).toEqual(camera);
});

test('a finger drags a vertex, a tap sets a point', async ({ browser, scenes }) => {
  const context = await browser.newContext({ viewport: VIEWPORT, hasTouch: true });
  const touched = await context.newPage();
  const touchScene = await ScenePage.open(touched, scenes);
  await touchScene.show({ view: touchScene.viewFrom(2, 0, -190, 210, -48) });
  const client = await context.newCDPSession(touched);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touchScene.show({ sketch: startSketch('reshape', null, [[SQUARE.map(project)]]) });
  const [from, to] = [await touchScene.screenOf(30, 30, 0), await touchScene.screenOf(33, 88, 0)];
  // A finger is broader than a pointer: 12 pixels beside the vertex still take it.
  await touch('touchStart', [{ x: from.x + 9, y: from.y - 8 }]);
  await touch('touchMove', [{ x: from.x + 20, y: from.y - 20 }]);
  await touch('touchMove', [to]);
  await touch('touchEnd', []);
  await expect.poll(() => touched.evaluate(() => window.harness.events.committed.length)).toBe(1);
  const [shape = []] = await touched.evaluate(() => window.harness.events.committed);
  const [x, y] = project([33, 88]);
  const away = (shape[0]?.[0] ?? []).map((corner) => Math.hypot(corner[0] - x, corner[1] - y));
  expect(Math.min(...away)).toBeLessThan(await pixelMeters([33, 88]));
  await touchScene.show({ sketch: startSketch('polygon', null, []) });
  await touched.touchscreen.tap(from.x, from.y);
  const points = async () => touched.evaluate(() => window.harness.sketch()?.points.length);
  await expect.poll(points).toBe(1);
  await context.close();
});

test('a press on a vertex chooses it and moves nothing', async () => {
  await begin('reshape', SQUARE);
  const at = await screenOf([30, 30]);
  await page.mouse.click(at.x + 4, at.y - 4);
  const sketch = await sketchNow();
  expect(sketch?.chosen).toMatchObject({ kind: 'vertex', vertex: 2 });
  expect(sketch?.shape).toEqual([[SQUARE.map(project)]]);
  await scene.show({ sketch: null });
});

test('the inside moves the whole, a corner scales it, the arm turns it', async () => {
  await begin('transform', SQUARE);
  await dragFrom(await screenOf([-22, 0]), await screenOf([-7, 7]));
  await expectCorners(
    await committedRing(),
    SQUARE.map(([x, y]) => [x + 15, y + 7] as const),
  );
  await begin('transform', SQUARE);
  await dragFrom(await screenOf([30, 30]), await screenOf([90, 88]));
  await expectCorners(await committedRing(), [
    [-30, -30],
    [90, -30],
    [90, 88],
    [-30, 88],
  ]);
  await begin('transform', SQUARE);
  const [top, base] = [await screenOf([0, 30]), await screenOf([0, -30])];
  const arm = 34 / Math.hypot(top.x - base.x, top.y - base.y);
  const knob = { x: top.x + (top.x - base.x) * arm, y: top.y + (top.y - base.y) * arm };
  await dragFrom(knob, await screenOf([60, 0]));
  const turned = await committedRing();
  expect(areaOf(turned)).toBeCloseTo(3600, 0);
  await expectCorners(turned, SQUARE);
  expect(turned[0]?.[0]).toBeCloseTo(-30, 0);
  expect(turned[0]?.[1]).toBeCloseTo(30, 0);
});

test('a drag on nothing moves the camera and sets no point', async () => {
  await begin('polygon');
  const before = await screenOf([0, 0]);
  await dragFrom({ x: 240, y: 280 }, { x: 300, y: 250 });
  await expect.poll(async () => Math.abs((await screenOf([0, 0])).x - before.x)).toBeGreaterThan(10);
  expect((await told()).filter(({ kind }) => kind === 'placed')).toEqual([]);
  // The camera glides on after a fast drag; the next view must not be carried off by it.
  await expect
    .poll(async () => {
      const [a, b] = [await screenOf([0, 0]), await page.waitForTimeout(100).then(() => screenOf([0, 0]))];
      return Math.hypot(a.x - b.x, a.y - b.y);
    })
    .toBe(0);
  await scene.show({ sketch: null, view: scene.viewFrom(3, 0, -190, 210, -48) });
});

test('the outline colours ground and roofs while it is drawn; given up, nothing of it is left', async () => {
  const { east, north, heightMeters } = scene.scenes.city.building(24);
  const places = [await screenOf([-30, 0]), await screenOf([east, north], heightMeters)];
  const bare: number[][] = [];
  for (const at of places) bare.push(await scene.colorAt(at));
  const picture = await page.screenshot();
  await begin('reshape', SQUARE);
  await expect(page.locator('.sketch-overlay')).toHaveCount(1);
  for (const [index, at] of places.entries()) {
    await expect.poll(async () => colorDistance(await scene.colorAt(at), bare[index] ?? [])).toBeGreaterThan(15);
  }
  await scene.show({ sketch: null });
  for (const [index, at] of places.entries()) {
    await expect.poll(async () => colorDistance(await scene.colorAt(at), bare[index] ?? [])).toBeLessThan(3);
  }
  await expect(page.locator('.sketch-overlay')).toHaveCount(0);
  await expect.poll(async () => (await page.screenshot()).equals(picture)).toBe(true);
});
