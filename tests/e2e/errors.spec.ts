import { expect, type Page } from '@playwright/test';
import { test } from './app-test.ts';
import { openAssessTab, openCity, openIssues } from './open-app.ts';

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
  await notice.getByRole('button', { name: '重试' }).click();
  await expect(page.locator('.layer-line').first()).toBeVisible();
});

test('a catalog of a newer version is refused in clear words', async ({ page }) => {
  await replace(page, '**/catalog.json', (text) => JSON.stringify({ ...JSON.parse(text), catalogVersion: 99 }));
  await page.goto('', { waitUntil: 'commit' });
  await expect(page.locator('.catalog-status')).toContainText('99');
});

const PAGE = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' };

test('a catalog that does not answer in time is told, and can be tried again', async ({ page }) => {
  await page.addInitScript(() => {
    const { timeout } = AbortSignal;
    AbortSignal.timeout = () => timeout.call(AbortSignal, 1500);
  });
  await page.route('**/catalog.json', () => undefined);
  await page.goto('', { waitUntil: 'commit' });
  const notice = page.locator('.catalog-status');
  await expect(notice).toContainText('秒内没有读完');
  await expect(notice.getByRole('button', { name: '重试' })).toBeVisible();
});

for (const answer of [
  { name: 'a server error', reply: { status: 500, body: 'broken' }, told: '回答了错误 500' },
  { name: 'a page instead of data', reply: PAGE, told: '应为 JSON，却得到 text/html' },
]) {
  test(`${answer.name} for the manifest keeps the city that is open`, async ({ page }) => {
    await replace(page, '**/catalog.json', (text) => {
      const catalog = JSON.parse(text);
      const first = catalog.cities.find((city: { id: string }) => city.id === 'demo');
      const second = { ...first, id: 'second', name: { zh: '第二城', en: 'Second' }, manifest: 'second/city.json' };
      return JSON.stringify({ ...catalog, cities: [first, second] });
    });
    await page.route('**/second/city.json', (route) => route.fulfill(answer.reply));
    await openCity(page, 'demo');
    await page.locator('.top-bar input[aria-haspopup="listbox"]').first().click();
    await page.getByRole('option', { name: '第二城' }).click();
    const notice = page.locator('.catalog-status');
    await expect(notice).toContainText('second/city.json');
    await expect(notice).toContainText(answer.told);
    await expect(page.locator('.layer-line')).toHaveCount(5);
    await page.screenshot({ path: `test-results/journeys/manifest-${answer.reply.status}.png` });
  });

  test(`${answer.name} for the zones leaves the rest of the city`, async ({ page }) => {
    await page.route('**/zones.geojson', (route) => route.fulfill(answer.reply));
    await openCity(page, 'demo');
    await expect(page.locator('.layer-line')).toHaveCount(4);
    await openIssues(page);
    const issue = page.locator(`.issue[data-code="${answer.reply === PAGE ? 'fetch.wrongType' : 'fetch.status'}"]`);
    await expect(issue).toContainText('zones.geojson');
    await expect(issue).toContainText(answer.told);
  });
}

test('cut zones leave the city open and are told as an issue', async ({ page }) => {
  await replace(page, '**/zones.geojson', (text) => text.slice(0, text.length / 2));
  await openCity(page, 'demo');
  await expect(page.locator('.layer-line')).toHaveCount(4);
  await openIssues(page);
  await expect(page.locator('.issue[data-code="json.cut"]')).toContainText('zones.geojson');
});

test('absent tiles are named and the rest is shown', async ({ page }) => {
  await page.route('**/infrastructure/**/*.glb', (route) => route.fulfill({ status: 404, body: 'no' }));
  await page.route('**/infrastructure/*.glb', (route) => route.fulfill({ status: 404, body: 'no' }));
  await openCity(page, 'demo');
  await openIssues(page);
  await expect(page.locator('.issue[data-code="tile.failed"]')).toContainText('.glb', { timeout: 60_000 });
  await expect(page.locator('.layer-line')).toHaveCount(5);
});

test('HTML in names and attributes is shown as text', async ({ page, conduct }) => {
  const html = '<img src=x onerror="window.hurt=1"><b>x</b>';
  await replace(page, '**/zones.geojson', (text) => {
    const collection = JSON.parse(text);
    for (const feature of collection.features) {
      feature.properties.name = html;
      feature.properties.source = { note: html };
    }
    return JSON.stringify(collection);
  });
  await openCity(page, 'demo');
  await openAssessTab(page, 0);
  await page.locator('.list-row').first().click();
  await expect(page.locator('.inspector-head h2')).toHaveText(html);
  await page.locator('.context [role="tab"]').last().click();
  await expect(page.locator('.inspector-head h2')).toHaveText(html);
  await expect(page.locator('.context dd', { hasText: html }).first()).toBeVisible();
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
  expect(conduct.faults).toEqual([]);
});
