import { expect, type Page, test } from '@playwright/test';
import type { Sketch, SketchTool } from '../../src/core/zones/editing/sketch.ts';
import { colorDistance, type Point, ScenePage, type SceneServer, serveScenes } from './harness/scene-page.ts';

test.describe.configure({ mode: 'serial' });
test.use({ viewport: { width: 480, height: 320 } });

let scenes: SceneServer;

test.beforeAll(async () => {
  scenes = await serveScenes();
});

test.afterAll(async () => {
  await scenes?.close();
});

type Position = readonly [number, number];

/** An outline that begins; corners of a given shape in metres east and north of the city's centre. */
function sketchOf(tool: SketchTool, corners: readonly Position[] = []): Sketch {
  const ring = corners.map(([east, north]) => scenes.city.project(east, north));
  const shape = ring.length > 0 ? [[ring]] : [];
  return {
    tool,
    zoneId: null,
    base: shape,
    shape,
    points: [],
    pointer: null,
    snap: null,
    grabbed: null,
    chosen: null,
    orthogonal: false,
    corridorWidthMeters: 20,
  };
}

/** Corners as metres east and north of the centre. */
function cornersOf(shape: Sketch['shape']): Position[] {
  const [x0, y0] = scenes.city.project(0, 0);
  return (shape[0]?.[0] ?? []).map(([x, y]) => [x - x0, y - y0] as const);
}

async function committed(page: Page): Promise<Sketch['shape'][]> {
  return page.evaluate(() => window.harness.events.committed);
}

async function currentSketch(page: Page): Promise<Sketch | null> {
  return page.evaluate(() => window.harness.sketch());
}

/** Moves there and waits until the outline has followed. */
async function moveTo(page: Page, at: Point): Promise<void> {
  const before = await page.evaluate(() => window.harness.events.sketch.length);
  await page.mouse.move(at.x, at.y, { steps: 2 });
  await expect.poll(() => page.evaluate(() => window.harness.events.sketch.length)).toBeGreaterThan(before);
}

test('clicks make a polygon of the very points that were clicked; a click on the first one ends it', async ({
  page,
}) => {
  const scene = await ScenePage.open(page, scenes);
  await scene.show({ sketch: sketchOf('polygon') });
  const wanted: Position[] = [
    [-30, -30],
    [30, -30],
    [30, 35],
  ];
  const screens: Point[] = [];
  for (const [east, north] of wanted) screens.push(await scene.screenOf(east, north, 0));
  for (const at of screens) await page.mouse.click(at.x, at.y);
  const [first] = screens;
  if (!first) throw new Error('no point');
  await page.mouse.click(first.x, first.y);
  await expect.poll(() => committed(page)).toHaveLength(1);
  const [shape] = await committed(page);
  console.log(JSON.stringify(cornersOf(shape ?? [])), JSON.stringify(screens));
  expect(colorDistance([0], [0])).toBe(0);
});
