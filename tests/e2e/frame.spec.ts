import { expect, type Page } from '@playwright/test';
import { test } from './app-test.ts';
import { openCity, waitUntilDrawn } from './open-app.ts';

test.use({ viewport: { width: 1024, height: 640 } });

const FIELD = '.palette input';

/** Opens the palette and types; waits until the search has ended. */
async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.locator(FIELD).fill(words);
  await expect(page.locator('.palette-count')).not.toHaveText('');
}

test('palette: finds a building by address, flies there and inspects it, and remembers it', async ({
  page,
  conduct,
}) => {
  await openCity(page, 'demo');
  const before = new URL(page.url()).searchParams.get('view');
  await find(page, '北路 住院楼');
  const first = page.locator('.palette-entry[data-kind="element"]').first();
  await expect(first).toContainText('医院住院楼');
  const name = (await first.locator('.palette-label').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.locator('.palette')).toHaveCount(0);
  await expect(page.locator('.inspector-head h2')).toHaveText(name);
  await expect.poll(() => new URL(page.url()).searchParams.get('view')).not.toBe(before);
  await page.keyboard.press('Control+k');
  await expect(page.locator('.palette-entry[aria-selected="true"]')).toContainText(name);
  expect(conduct.faults).toEqual([]);
});

test('palette: streets, facilities, zones and commands by keyboard alone', async ({ page }) => {
  await openCity(page, 'demo');
  await find(page, '南一环路');
  await expect(page.locator('.palette-entry[data-kind="place"]').first()).toContainText('南一环路');
  await page.locator(FIELD).fill('rcd1rmyy');
  await expect(page.locator('.palette-entry[data-kind="facility"]').first()).toContainText('人民医院');
  await page.locator(FIELD).fill('东山滑坡核心');
  await expect(page.locator('.palette-entry[data-kind="zone"]').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.inspector-head h2')).toHaveText('东山滑坡核心区');
  await page.keyboard.press('Control+k');
  await page.locator(FIELD).fill('theme');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await find(page, 'qqqq####');
  await expect(page.locator('.palette')).toContainText('没有找到“qqqq####”');
  await page.keyboard.press('Escape');
  await expect(page.locator('.palette')).toHaveCount(0);
  // The selection of before stays: Escape closed the palette alone.
  await expect(page.locator('.inspector-head h2')).toHaveText('东山滑坡核心区');
});

test.describe('someone new', () => {
  test.use({ firstRun: true });

  test('is shown around in five steps, once, and again on wish', async ({ page, conduct }) => {
    await openCity(page, 'demo');
    const tour = page.getByRole('dialog', { name: '使用导览' });
    await expect(tour).toContainText('第 1 步，共 5 步');
    await expect(page.locator('.tour-ring')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(tour).toContainText('第 2 步');
    await expect(page.locator('.tour-ring')).toHaveCount(0);
    await page.keyboard.press('ArrowLeft');
    await expect(tour).toContainText('第 1 步');
    for (const step of [2, 3, 4, 5]) {
      await page.keyboard.press('ArrowRight');
      await expect(tour).toContainText(`第 ${step} 步`);
      if (step > 2) await expect(page.locator('.tour-ring')).toBeVisible();
    }
    await tour.getByRole('button', { name: '开始使用' }).click();
    await expect(tour).toHaveCount(0);

    await page.reload({ waitUntil: 'commit' });
    await waitUntilDrawn(page);
    await page.keyboard.press('?');
    await expect(tour).toHaveCount(0);
    await page.getByRole('button', { name: '看一遍使用导览' }).click();
    await expect(tour).toContainText('第 1 步');
    await page.keyboard.press('Escape');
    await expect(tour).toHaveCount(0);
    expect(conduct.faults).toEqual([]);
  });
});
