import { expect } from '@playwright/test';
import type { Zone } from '../../src/core/zones/zone.ts';
import { colorDistance, type Rgb, ScenePage } from './harness/scene-page.ts';
import { test } from './harness/scene-test.ts';

test.describe.configure({ mode: 'serial' });

/** A square outline in degrees around a point, metres east and north of the centre. */
function square({ scenes }: ScenePage, east: number, north: number, half: number): [number, number][] {
  const corners = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
    [-1, -1],
  ] as const;
  return corners.map(([a, b]) => scenes.city.place(east + a * half, north + b * half));
}

/** Colour at a point, metres east and north of the centre and above the ground. */
async function colorAt(scene: ScenePage, [east, north]: readonly [number, number], up = 0): Promise<Rgb> {
  return scene.colorAt(await scene.screenOf(east, north, up));
}

async function roofColor(scene: ScenePage, row: number): Promise<Rgb> {
  return scene.colorAt(await scene.roofOf(row));
}

function redness([red, , blue]: Rgb): number {
  return red - blue;
}

test('an outline in the making stands above all, on ground and roofs, and its resting drawing gives way', async ({
  page,
  scenes,
}) => {
  const scene = await ScenePage.open(page, scenes);
  // Between the buildings, 31 m from the middle of each zone: ground.
  const [old, fresh] = [
    [-149, 31],
    [31, 31],
  ] as const;
  const [roof, bare] = [await roofColor(scene, 24), await colorAt(scene, old)];
  await scene.show({ zoneOpacity: 1 });
  expect(redness(await colorAt(scene, old)) - redness(bare)).toBeGreaterThan(30);
  const yellow = await colorAt(scene, fresh);
  await scene.show({ outline: { zoneId: 'red', level: 'blue', ring: square(scene, 0, 0, 45) } });
  expect(colorDistance(await colorAt(scene, old), bare)).toBeLessThan(3);
  expect(redness(yellow) - redness(await colorAt(scene, fresh))).toBeGreaterThan(60);
  expect(redness(roof) - redness(await roofColor(scene, 24))).toBeGreaterThan(30);
  await scene.show({ outline: { zoneId: 'red', level: 'blue', ring: square(scene, 90, 0, 45) } });
  expect(colorDistance(await colorAt(scene, fresh), yellow)).toBeLessThan(3);
  await scene.show({ outline: null });
  expect(redness(await colorAt(scene, old)) - redness(bare)).toBeGreaterThan(30);
});

test('an outline is seen where no zones are, and gone when it ends', async ({ page, scenes }) => {
  const scene = await ScenePage.open(page, scenes);
  const bare = await colorAt(scene, [31, 31]);
  await scene.show({ zones: [], outline: { zoneId: null, level: 'red', ring: square(scene, 0, 0, 45) } });
  expect(redness(await colorAt(scene, [31, 31])) - redness(bare)).toBeGreaterThan(30);
  await scene.show({ outline: null });
  expect(colorDistance(await colorAt(scene, [31, 31]), bare)).toBeLessThan(3);
});

test('one zone of many that changes is painted alone, and as if all were painted anew', async ({ page, scenes }) => {
  // Counts the pixels of every picture that goes to the graphics card.
  await page.addInitScript(() => {
    Object.assign(window, { uploadedPixels: 0 });
    const counter = window as unknown as { uploadedPixels: number };
    const original = WebGL2RenderingContext.prototype.texSubImage2D as (...passed: unknown[]) => void;
    Object.assign(WebGL2RenderingContext.prototype, {
      texSubImage2D(...passed: unknown[]) {
        if (passed.length === 9) counter.uploadedPixels += Number(passed[4]) * Number(passed[5]);
        original.apply(this, passed);
      },
    });
  });
  const uploaded = (): Promise<number> =>
    page.evaluate(() => (window as unknown as { uploadedPixels: number }).uploadedPixels);
  const scene = await ScenePage.open(page, scenes);
  const levels = ['red', 'orange', 'yellow', 'blue', 'unrated'] as const;
  const zones = Array.from({ length: 200 }, (_, index): Zone => {
    const [east, north] = [((index * 37) % 40) * 10 - 200, ((index * 23) % 40) * 10 - 200];
    return scenes.city.zone(`z${index}`, levels[index % 5] ?? 'red', east, north, 8 + (index % 7) * 4);
  });
  const start = await uploaded();
  await scene.show({ zones, zoneOpacity: 1 });
  const first = (await uploaded()) - start;
  expect(first).toBeGreaterThan(1_000_000);
  const changed = zones.with(90, scenes.city.zone('z90', 'red', 40, 30, 14));
  await scene.show({ zones: changed });
  const repainted = (await uploaded()) - start - first;
  expect(repainted).toBeGreaterThan(0);
  expect(repainted).toBeLessThan(first * 0.05);
  const picture = async (): Promise<Rgb[]> => {
    const steps = Array.from({ length: 9 }, (_, index) => index * 8 - 32);
    const places = steps.flatMap((east) => steps.map((north) => [east + 40, north + 30] as const));
    return Promise.all(places.map(([east, north]) => colorAt(scene, [east, north])));
  };
  const patched = await picture();
  await page.evaluate(() => window.harness.unmount());
  await page.evaluate(() => window.harness.mount());
  await scene.settle();
  const whole = await picture();
  expect(Math.max(...patched.map((color, index) => colorDistance(color, whole[index] ?? [])))).toBeLessThan(4);
});
