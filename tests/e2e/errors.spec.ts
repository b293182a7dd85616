import { expect, type Page } from '@playwright/test';
import { test } from '../browser/city-test.ts';
import { openAssessTab, openCity, watchConduct } from './open-app.ts';

test.use({ viewport: { width: 1024, height: 640 } });

/** Answers a file of the package with something else. */
async function replace(page: Page, pattern: string, change: (text: string) => string): Promise<void> {
  await page.route(pattern, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  });
}

test('a missing catalog is named, and can be tried again', async ({ page }) => {
  await page.route('**/catalog.json', (route) => route.fulfill({ status: 404, body: 'no' }));
  await page.goto('', { waitUntil: 'commit' });
  const notice = page.locator('.catalog-status');
  await expect(notice).toContainText('无法读取城市目录');
  await expect(notice).toContainText('catalog.json');
  await page.unroute('**/catalog.json');
  await notice.getByRole('button', { name: '重试' }).dispatchEvent('click');
  await expect(page.locator('.layer-line').first()).toBeVisible();
});

test('a catalog of a newer version is refused in clear words', async ({ page }) => {
  await replace(page, '**/catalog.json', (text) => JSON.stringify({ ...JSON.parse(text), catalogVersion: 99 }));
  await page.goto('', { waitUntil: 'commit' });
  await expect(page.locator('.catalog-status')).toContainText('99');
});

test('cut zones leave the city open and are told as an issue', async ({ page }) => {
  await replace(page, '**/zones.geojson', (text) => text.slice(0, text.length / 2));
  await openCity(page, 'demo');
  await expect(page.locator('.layer-line')).toHaveCount(3);
  await page.keyboard.press('p');
  await page.locator('.context [role="tab"]').nth(1).dispatchEvent('click');
  await expect(page.locator('.issue[data-code="json.cut"]')).toContainText('zones.geojson');
});

test('absent tiles are named and the rest is shown', async ({ page }) => {
  await page.route('**/infrastructure/**/*.glb', (route) => route.fulfill({ status: 404, body: 'no' }));
  await page.route('**/infrastructure/*.glb', (route) => route.fulfill({ status: 404, body: 'no' }));
  await openCity(page, 'demo');
  await page.keyboard.press('p');
  await page.locator('.context [role="tab"]').nth(1).dispatchEvent('click');
  await expect(page.locator('.issue[data-code="tile.failed"]')).toContainText('.glb', { timeout: 60_000 });
  await expect(page.locator('.layer-line')).toHaveCount(4);
});

test('HTML in names and attributes is shown as text', async ({ page, appUrl }) => {
  const html = '<img src=x onerror="window.hurt=1"><b>x</b>';
  await replace(page, '**/zones.geojson', (text) => {
    const collection = JSON.parse(text);
    for (const feature of collection.features) {
      feature.properties.name = html;
      feature.properties.source = { note: html };
    }
    return JSON.stringify(collection);
  });
  const conduct = watchConduct(page, appUrl);
  await openCity(page, 'demo');
  await openAssessTab(page, 0);
  await page.locator('.list-row').first().dispatchEvent('click');
  await expect(page.locator('.inspector-head h2')).toHaveText(html);
  await expect(page.locator('.context dd', { hasText: html }).first()).toBeVisible();
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
  expect(conduct).toEqual({ foreign: [], faults: [] });
});
