/** Opens a page once and measures it; both pages are measured with the same code. */
import { frameProbe } from './frame-probe.mjs';

const QUIET_MS = 2000;
const LONGEST_MS = 120_000;
const DRAG_STEPS = 24;

/** @param {import('@playwright/test').Page} page @returns {Promise<{ start: number, milliseconds: number }[]>} */
const framesOf = (page) => page.evaluate(() => /** @type {any} */ (window).benchFrames);

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} url
 * @param {{ width: number, height: number }} viewport
 * @returns {Promise<{ allDrawnMs: number, frameMs: number, frames: number, requests: string[] }>} `allDrawnMs`: from the start of the
 * navigation to the end of the last frame before nothing was drawn or requested for 2 s; `frameMs`: median frame of a drag.
 */
export async function measurePage(browser, url, viewport) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', reducedMotion: 'reduce' });
  const page = await context.newPage();
  /** @type {string[]} */
  const requests = [];
  let lastRequest = Date.now();
  page.on('request', (request) => {
    requests.push(request.url());
    lastRequest = Date.now();
  });
  await page.addInitScript(frameProbe);
  // Someone who has been here before: the first visit's tour would be drawn over the scene.
  await page.addInitScript(() => localStorage.setItem('rencheng.tour', 'seen'));
  await page.goto(url);
  const start = Date.now();
  let drawn = 0;
  let lastDrawn = Date.now();
  while (Date.now() - start < LONGEST_MS) {
    await page.waitForTimeout(250);
    const count = (await framesOf(page)).length;
    if (count !== drawn) lastDrawn = Date.now();
    drawn = count;
    if (drawn > 2 && Date.now() - lastDrawn > QUIET_MS && Date.now() - lastRequest > QUIET_MS) break;
  }
  const loading = await framesOf(page);
  const last = loading.at(-1);
  const before = loading.length;
  // A place that no panel of the app covers.
  const [x, y] = [viewport.width * 0.6, viewport.height * 0.7];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= DRAG_STEPS; step += 1) {
    await page.mouse.move(x + step * 2, y - step, { steps: 1 });
    await page.waitForTimeout(60);
  }
  await page.mouse.up();
  await page.waitForTimeout(1000);
  const moving = (await framesOf(page)).slice(before).map((frame) => frame.milliseconds);
  await context.close();
  return {
    allDrawnMs: last ? last.start + last.milliseconds : Number.NaN,
    frameMs: median(moving),
    frames: moving.length,
    requests,
  };
}
