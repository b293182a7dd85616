import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './app-test.ts';
import { openCity } from './open-app.ts';

test.use({ viewport: { width: 900, height: 600 } });

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'workspace-files-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

const chip = (page: Page) => page.locator('.storage-chip');
const zones = (page: Page) => page.locator('.layer-line[data-layer="zones"]');
const saved = (page: Page) => expect(chip(page)).toHaveAttribute('data-pending', '0');

async function openFile(page: Page, file: string): Promise<void> {
  await chip(page).click();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '打开并合并文件…' }).click();
  await (await chosen).setFiles(file);
}

test('a zone that was drawn is there after a reload, and can be undone then', async ({ page, conduct }) => {
  await openCity(page, 'demo');
  await expect(zones(page)).toContainText('17 个');
  await page.locator('.mode-switch input[value="assess"] + label').click();
  await page.keyboard.press('1');
  await expect(page.locator('.sketch-overlay')).toHaveCount(1);
  for (const [x, y] of [
    [380, 300],
    [460, 300],
    [460, 380],
    [380, 380],
  ] as const) {
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
  }
  await page.keyboard.press('Enter');
  await expect(zones(page)).toContainText('18 个');
  await saved(page);
  await page.reload({ waitUntil: 'commit' });
  await expect(zones(page)).toContainText('18 个');
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(zones(page)).toContainText('17 个');
  await saved(page);
  await page.reload({ waitUntil: 'commit' });
  await saved(page);
  await expect(zones(page)).toContainText('17 个');
  await page.keyboard.press('Control+y');
  await expect(zones(page)).toContainText('18 个');
  expect(conduct.faults).toEqual([]);
});

test('a file of another city, of a newer version, damaged: each is refused in clear words and changes nothing', async ({
  page,
}) => {
  await openCity(page, 'demo');
  await chip(page).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存为文件' }).click();
  const own = path.join(folder, 'own.json');
  await (await download).saveAs(own);
  await page.keyboard.press('Escape');
  const head = '{"format":"cim-city-viewer-workspace","version":1,"cityId":"delft","cityName":{"zh":"","en":""}';
  const other = `${head},"package":{"identity":""},"savedAt":"","changes":[]}`;
  const files = {
    'other.json': [other, '属于城市 delft'],
    'newer.json': [other.replace('"version":1', '"version":9'), '版本是 9'],
    'cut.json': [other.slice(0, 60), '第 1 行第'],
    'geo.json': ['{"type":"FeatureCollection","features":[]}', '不是工作区文件'],
  } as const;
  for (const [name, [text, told]] of Object.entries(files)) {
    await writeFile(path.join(folder, name), text);
    await openFile(page, path.join(folder, name));
    await expect(page.locator('.storage-panel .notice[data-tone="danger"]')).toContainText(told);
    await page.keyboard.press('Escape');
    await expect(page.locator('.storage-panel')).toHaveCount(0);
  }
  await openFile(page, own);
  await expect(page.locator('.storage-panel')).toContainText('没有改动');
  await expect(page.locator('.storage-panel')).toContainText('没有修改');
});
