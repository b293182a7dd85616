import { expect, type Page } from '@playwright/test';
import { test } from './app-test.ts';
import { waitUntilDrawn } from './open-app.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** Every control that is shown lies wholly inside the window. */
async function findClipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.top-bar button, .top-bar input, .status-bar span, .context [role="tab"]')]
      .filter((each) => each.checkVisibility())
      .map((each) => ({
        name: each.getAttribute('aria-label') ?? each.textContent ?? '',
        box: each.getBoundingClientRect(),
      }))
      .filter(
        ({ box }) =>
          box.width > 1 &&
          (box.left < 0 || box.right > window.innerWidth + 0.5 || box.bottom > window.innerHeight + 0.5),
      )
      .map(({ name }) => name),
  );
}

test('phone: open, inspect, zones, report; the scene stays in sight and nothing is cut', async ({ page, conduct }) => {
  await page.goto('?city=demo&lang=zh-CN', { waitUntil: 'commit' });
  await waitUntilDrawn(page);
  const canvas = page.locator('canvas').first();
  const sceneHeight = async () => (await canvas.boundingBox())?.height ?? 0;
  // The first view is the city alone, with its legend.
  await expect(page.locator('.layer-line')).toHaveCount(0);
  await expect(page.locator('.legend')).toBeVisible();
  expect(await sceneHeight()).toBeGreaterThan(600);
  expect(await findClipped(page)).toEqual([]);

  await page.getByRole('button', { name: '显示图层栏' }).tap();
  await expect(page.locator('.layer-line').first()).toBeVisible();
  expect(await sceneHeight()).toBeGreaterThan(240);

  // Inspect: found by name, as there is no hovering with a finger.
  await page.getByRole('button', { name: '查找与命令' }).tap();
  await page.locator('.palette input').fill('第1人民医院门诊楼');
  await page.locator('.palette-entry[data-kind="element"]').first().tap();
  await expect(page.locator('.inspector-head h2')).toContainText('门诊楼');
  // The panel took the place of the layers.
  await expect(page.locator('.layer-line')).toHaveCount(0);
  const panel = await page.locator('.context').boundingBox();
  expect(panel?.width).toBe(390);
  expect(await sceneHeight()).toBeGreaterThan(240);

  await page.locator('.mode-switch input[value="assess"] + label').tap();
  await expect(page.locator('.context .list-row').first()).toBeVisible();
  await page.locator('.context .list-row').first().tap();
  await expect(page.locator('.context')).toContainText('沿河洪水极高风险区');
  expect(await findClipped(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/journeys/phone-zones.png' });

  const download = page.waitForEvent('download', { timeout: 120_000 });
  await page.getByRole('button', { name: '生成报告' }).tap();
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
  await page.screenshot({ path: 'test-results/journeys/phone-report.png' });
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: '更多' }).tap();
  await page.locator('input[value="en"] + label').tap();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await findClipped(page)).toEqual([]);
  expect(conduct.faults).toEqual([]);
});
