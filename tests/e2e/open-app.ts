import { expect, type Page } from '@playwright/test';

/** What a page did that it must not do. */
export interface Conduct {
  /** Requests to another host than the app's own. */
  foreign: string[];
  /** Faults of the program and violations of the policy. */
  faults: string[];
}

const TILES_TIMEOUT = 120_000;

/** Starts recording before the first request. */
export function watchConduct(page: Page, appUrl: string): Conduct {
  const conduct: Conduct = { foreign: [], faults: [] };
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(appUrl).host) conduct.foreign.push(request.url());
  });
  page.on('pageerror', (error) => conduct.faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Uncaught|React/.test(message.text())) {
      conduct.faults.push(message.text());
    }
  });
  return conduct;
}

/** Opens a city and waits until every tile in view is drawn. */
export async function openCity(page: Page, cityId: string): Promise<void> {
  await page.goto(`?city=${cityId}&lang=zh-CN`, { waitUntil: 'commit' });
  await expect(page.locator('.layer-line').first()).toBeVisible();
  await page.waitForFunction(
    () => document.querySelector('canvas') && document.querySelector('.status-bar [data-tiles="0"]'),
    undefined,
    { timeout: TILES_TIMEOUT },
  );
}

/** Presses a control without waiting for the slow pictures of a software-drawn scene to stand still. */
export async function press(page: Page, selector: string): Promise<void> {
  const control = page.locator(selector).first();
  await control.waitFor({ state: 'attached' });
  await control.dispatchEvent('click');
}

/** Opens a tab of the assess mode by its place: zones 0, exposure 1, shelters 2, object 3. */
export async function openAssessTab(page: Page, place: number): Promise<void> {
  await press(page, '.mode-switch input[value="assess"]');
  await expect(page.locator('.context [role="tab"]')).toHaveCount(4);
  await page.locator('.context [role="tab"]').nth(place).dispatchEvent('click');
}

/** Clicks over the scene, outwards from its middle, until the inspector shows an element; tells whether it did. */
export async function inspectSomeElement(page: Page): Promise<boolean> {
  const canvas = await page.locator('canvas').first().boundingBox();
  if (!canvas) return false;
  const steps = [0, 0.04, -0.04, 0.08, -0.08, 0.12];
  for (const dy of steps) {
    for (const dx of steps) {
      await page.mouse.click(canvas.x + canvas.width * (0.5 + dx), canvas.y + canvas.height * (0.55 + dy));
      const provenance = page.locator('[data-inspected="element"]');
      const shown = await provenance.waitFor({ timeout: 2500 }).then(
        () => true,
        () => false,
      );
      if (shown) return true;
    }
  }
  return false;
}
