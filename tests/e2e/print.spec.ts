import { expect } from '@playwright/test';
import { readPdf } from '../browser/read-pdf.ts';
import { test } from './app-test.ts';
import { openAssessTab, openCity } from './open-app.ts';

test.use({ viewport: { width: 900, height: 600 } });

test('printing gives the scene with legend, title, date, sources and review note, and no panels', async ({
  page,
  conduct,
}, info) => {
  await openCity(page, 'demo');
  await openAssessTab(page, 0);
  await expect(page.locator('.print-sheet')).toHaveCount(0);

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-sheet h1')).toHaveText('韧城示范区');
  await expect(page.locator('.print-sheet .legend')).toBeVisible();
  await expect(page.locator('.top-bar')).toBeHidden();
  await expect(page.locator('.context')).toBeHidden();
  // The picture shows the city: many colours, not one blank area.
  const colours = await page.locator('.print-picture').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set<number>();
    for (let at = 0; at < data.length; at += 64) seen.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
    return seen.size;
  });
  expect(colours).toBeGreaterThan(200);

  await page.emulateMedia({ media: null });
  await expect(page.locator('.print-sheet')).toHaveCount(0);
  const file = info.outputPath('scene.pdf');
  await page.pdf({ path: file, preferCSSPageSize: true });
  const { pages, text: written } = await readPdf(file);
  // The browser writes characters such as 示 as the radical of the same shape.
  const text = written.normalize('NFKC');
  expect(pages).toBe(1);
  for (const words of [
    '韧城示范区',
    '位于其未指定灾种的',
    '红色',
    '演示数据（合成）',
    '数据日期',
    '打印日期',
    'EPSG:4547',
    '数据来源',
    '未经审图',
  ]) {
    expect(text).toContain(words.normalize('NFKC'));
  }
  // Words of the panels are not on the sheet.
  for (const words of ['拓扑检查', '生成报告', '图层']) expect(text).not.toContain(words);
  await expect(page.locator('.top-bar')).toBeVisible();
  expect(conduct.faults).toEqual([]);
});
