import { fileURLToPath } from 'node:url';
import { expect, type Page, type Route } from '@playwright/test';
import { test } from './app-test.ts';
import { DrawingDesk, type Place } from './drawing-desk.ts';

test.use({ viewport: { width: 640, height: 400 } });

const CITIES = fileURLToPath(new URL('../../test-results/city/tiles/', import.meta.url));
const SITE = { cityId: 'demo', lon: 114.31835, lat: 31.19741 };
const CORNERS: readonly Place[] = [
  [-40, -30],
  [40, -30],
  [40, 10],
  [-40, 10],
];

/** Holds back what is asked for under the name until it is let go. */
async function holdBack(page: Page, name: RegExp): Promise<{ held: () => number; letGo: () => void }> {
  const waiting: Route[] = [];
  let isHeld = true;
  await page.route(name, (route) => {
    if (!isHeld) return route.continue();
    waiting.push(route);
    return undefined;
  });
  return {
    held: () => waiting.length,
    letGo: () => {
      isHeld = false;
      for (const route of waiting) void route.continue();
    },
  };
}

for (const [what, code] of [
  ['the layer of the outline', /assets\/DrawnSketch-/],
  ['the tools', /assets\/sketch-session-/],
] as const) {
  test(`what the hand does while ${what} is still loading is done in order, and chooses nothing`, async ({
    page,
    conduct,
  }) => {
    const { held, letGo } = await holdBack(page, code);
    const desk = await DrawingDesk.open(page, SITE, CITIES);
    await page.keyboard.press('1');
    await expect.poll(held).toBeGreaterThan(0);
    for (const corner of CORNERS.slice(0, 2)) await desk.click(corner);
    await desk.click([90, 60]);
    await page.keyboard.press('Backspace');
    for (const corner of CORNERS.slice(2)) await desk.click(corner);
    await page.keyboard.press('Enter');
    expect(await desk.steps()).toEqual([]);
    await expect(page.locator('.sketch-overlay')).toHaveCount(0);
    letGo();
    await desk.nextStep(0);
    const change = (await desk.steps())[0]?.changes[0]?.after;
    const ring = change && 'geometry' in change ? desk.ringsOf(change).flat() : [];
    expect(ring).toHaveLength(4);
    for (const [east, north] of CORNERS) {
      expect(Math.min(...ring.map(([x, y]) => Math.hypot(x - east, y - north)))).toBeLessThan(desk.pixelMeters * 1.5);
    }
    await expect(page.locator('.sketch-overlay')).toHaveCount(0);
    expect(conduct.faults).toEqual([]);
  });
}

test('says beside the pointer that streets are being prepared, and snaps to them from then on', async ({
  page,
  conduct,
}) => {
  const desk = await DrawingDesk.open(page, SITE, CITIES);
  const { held, letGo } = await holdBack(page, /ways\.geojson/);
  await desk.take('5');
  await expect.poll(held).toBeGreaterThan(0);
  const { x, y } = desk.screenOf([-48, 31.5]);
  await page.mouse.move(x, y);
  const label = page.locator('.sketch-label');
  await expect(label).toContainText('正在准备可捕捉的街道');
  await expect(page.locator('.sketch-snap')).toHaveCount(0);
  letGo();
  await expect(page.locator('.sketch-awaited')).toHaveCount(0);
  await page.mouse.move(x + 1, y);
  await expect(page.locator('.sketch-snap')).toContainText('街道');
  expect(conduct.faults).toEqual([]);
});
