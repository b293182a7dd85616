import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { test } from './app-test.ts';
import { openAssessTab, openCity, openIssues } from './open-app.ts';

test.use({ viewport: { width: 1024, height: 640 } });

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What the checker finds against WCAG 2.2 A and AA on what is shown now, each told with its place. */
async function findFaults(page: Page, where: string): Promise<string[]> {
  // Transitions of colours end at once, so that no half-way colour is judged.
  await page.evaluate(() => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    for (const animation of ending) animation.finish();
  });
  const found = await page.evaluate(async (values) => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any, all, none }) => {
        const [reason] = [...any, ...all, ...none];
        return `${id} ${target.join(' ')}: ${reason?.message ?? ''}`;
      }),
    );
  }, RULES);
  return found.map((fault) => `${where}: ${fault}`);
}

/** Opens one after another everything that can be opened, and calls `look` at each. */
async function walk(page: Page, look: (where: string) => Promise<void>): Promise<void> {
  const tab = (place: number) => page.locator('.context [role="tab"]').nth(place).click();
  const over = async (where: string, open: () => Promise<void>, shown: string) => {
    await open();
    await expect(page.locator(shown).last()).toBeVisible();
    await look(where);
    await page.keyboard.press('Escape');
    await expect(page.locator(shown).filter({ visible: true })).toHaveCount(0);
  };
  await openIssues(page);
  await look('issues');
  await tab(0);
  await look('nothing selected');
  await page.locator('.layer-line button').first().click();
  await look('layer options');
  await page.locator('.layer-line button').first().click();

  await over('help', () => page.keyboard.press('?'), '.shortcut-list');
  await over('sun', () => page.locator('.top-bar-end button[aria-expanded]').first().click(), '.sun-control');
  await over('history', () => page.locator('.history-control button').last().click(), '.mantine-Popover-dropdown');
  await over('storage', () => page.locator('.storage-chip').click(), '.storage-panel');
  await over('cities', () => page.locator('.city-picker input').first().click(), '[role="option"]');
  const typed = async () => {
    await page.keyboard.press('Control+k');
    await page.locator('.palette input').fill('第1人民医院');
    await expect(page.locator('.palette-entry[data-kind="element"]').first()).toBeVisible();
  };
  await over('palette', typed, '.palette');

  await typed();
  await page.locator('.palette-entry[data-kind="element"]').first().click();
  await expect(page.locator('[data-inspected="element"]')).toBeVisible();
  await look('element');

  await openAssessTab(page, 0);
  await expect(page.locator('.context .list-row').first()).toBeVisible();
  await look('zones');
  await page.locator('.context .list-row').first().click();
  await look('zone');
  await page.keyboard.press('Escape');
  for (const place of [1, 2]) {
    await page.locator('.context-body .mantine-SegmentedControl-label').nth(place).click();
    await look(`zones, part ${place}`);
  }
  await page.locator('.context-body .mantine-SegmentedControl-label').first().click();
  await page.keyboard.press('1');
  await expect(page.locator('.sketch-card')).toBeVisible();
  await look('drawing');
  await page.keyboard.press('Escape');
  await tab(1);
  await expect(page.locator('tr[data-row="union"]')).toBeVisible({ timeout: 60_000 });
  await look('exposure');
  await tab(2);
  await look('shelters');
  await page.locator('.context .list-row').first().click();
  await tab(3);
  await look('shelter');
  await page.locator('.mode-switch input[value="brief"] + label').click();
  await expect(page.locator('.views-tools')).toBeVisible();
  await look('views');
}

test('no panel, dialog or mode breaks a rule of WCAG 2.2 AA, in the light theme and Chinese, the dark one and English', async ({
  page,
}) => {
  test.setTimeout(900_000);
  await openCity(page, 'demo');
  await page.evaluate(axe.source);
  const faults: string[] = [];
  for (const [theme, lang] of [
    ['light', 'zh-CN'],
    ['dark', 'en'],
  ] as const) {
    const shown = page.locator('html');
    if ((await shown.getAttribute('data-mantine-color-scheme')) !== theme) await page.keyboard.press('t');
    if ((await shown.getAttribute('lang')) !== lang) await page.keyboard.press('g');
    await expect(shown).toHaveAttribute('lang', lang);
    await expect(shown).toHaveAttribute('data-mantine-color-scheme', theme);
    let looks = 0;
    await walk(page, async (where) => {
      looks += 1;
      faults.push(...(await findFaults(page, `${theme} ${lang} ${where}`)));
    });
    expect(looks).toBeGreaterThan(15);
  }
  expect([...new Set(faults)]).toEqual([]);
});
