import { expect, type Page } from '@playwright/test';
import { test } from './app-test.ts';
import { openCity, waitUntilDrawn } from './open-app.ts';

test.use({ viewport: { width: 1024, height: 640 } });

async function openChooser(page: Page, label: string) {
  await page.getByRole('button', { name: label }).click();
  const chooser = page.locator('.sun-control');
  await expect(chooser).toBeVisible();
  return chooser;
}

test('picture quality: measured unless chosen, a choice is told, drawn and kept, in both languages', async ({
  page,
  conduct,
}) => {
  await openCity(page, 'demo');
  const chooser = await openChooser(page, '日照与画质');
  await expect(chooser.getByRole('radio', { name: '自动' })).toBeChecked();
  await expect(chooser.locator('.sun-quality [role="status"]')).toContainText('当前：低');
  await chooser.getByText('中', { exact: true }).click();
  await expect(chooser.locator('.sun-quality [role="status"]')).toContainText('当前：中');
  await expect(chooser.getByRole('switch', { name: '投射阴影' })).not.toBeChecked();
  await page.goto('?city=demo&lang=en', { waitUntil: 'commit' });
  await waitUntilDrawn(page);
  const again = await openChooser(page, 'Sun and picture quality');
  await expect(again.getByRole('radio', { name: 'Medium' })).toBeChecked();
  await expect(again.locator('.sun-quality [role="status"]')).toContainText('Drawn now: medium');
  expect(conduct.faults).toEqual([]);
});
