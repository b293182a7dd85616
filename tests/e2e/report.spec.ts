import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { type Download, expect, type Page } from '@playwright/test';
import { hasCity } from '../browser/city-test.ts';
import { readPdf } from '../browser/read-pdf.ts';
import { test } from './app-test.ts';

async function makeReport(page: Page, button: string): Promise<Download> {
  const started = page.waitForEvent('download', { timeout: 150_000 });
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('dialog').getByRole('progressbar')).toBeVisible();
  return started;
}

/** Files of a ZIP archive of stored or deflated entries, as text. */
function readZip(bytes: Buffer): Record<string, string> {
  const files: Record<string, string> = {};
  let at = bytes.readUInt32LE(bytes.length - 6);
  for (let left = bytes.readUInt16LE(bytes.length - 12); left > 0; left -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString();
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    files[name] = (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(content) : content).toString();
    at += 46 + nameLength;
  }
  return files;
}

async function readCsvFiles(page: Page): Promise<Record<string, string>> {
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'ZIP' }).click();
  return readZip(readFileSync(await (await started).path()));
}

/** The PDF as a reader's program sees it: its pages, marked contents and fonts are right in every report. */
async function readReport(file: string): Promise<string> {
  const pdf = await readPdf(file);
  expect(pdf.pages).toBeGreaterThan(1);
  expect(pdf.tagged).toBe(true);
  expect([...pdf.roles]).toEqual(expect.arrayContaining(['H1', 'Table', 'TH', 'TD', 'Figure', 'Caption']));
  expect(pdf.fonts.length).toBeGreaterThan(0);
  for (const font of pdf.fonts) expect(font).toMatchObject({ embedded: true, type3: false });
  return pdf.text;
}

test('the demo city gives a PDF and its tables with one click, under the policy and without other hosts', async ({
  page,
  conduct,
}) => {
  await page.goto('/?city=demo&lang=zh-CN');
  const download = await makeReport(page, '生成报告');
  expect(download.suggestedFilename()).toMatch(/^demo-report-\d{4}-\d\d-\d\d\.pdf$/);
  const file = await download.path();
  expect(readFileSync(file).subarray(0, 8).toString()).toBe('%PDF-1.7');
  const text = await readReport(file);
  expect(text).toContain('演示数据（合成）');
  expect(text).toContain('内部使用 未经审图');
  expect(text).toContain('表中数字统计数据包的全部内容');
  const csv = await readCsvFiles(page);
  expect(csv['exposure-by-zone.csv']?.charCodeAt(0)).toBe(0xfeff);
  await page.screenshot({ path: 'test-results/screenshots/report-demo.png' });
  expect(conduct.faults).toEqual([]);
});

test('cancelling leaves no download and can be tried again', async ({ page }) => {
  await page.goto('/?city=demo&lang=en');
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await page.getByRole('button', { name: 'Make report' }).click();
  await page.getByRole('button', { name: 'Cancel' }).last().click();
  await expect(page.getByText('Cancelled')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  expect(downloads).toBe(0);
});

test('numazu: the report names the one emergency place in a landslide zone', async ({ page, conduct }) => {
  test.skip(!hasCity('numazu'), 'the numazu package was not built: its data is not here');
  await page.goto('/?city=numazu&lang=zh-CN');
  const download = await makeReport(page, '生成报告');
  const text = await readReport(await download.path());
  expect(text).toMatch(/第三地区センター：位于滑坡风险区/);
  expect(text).toMatch(/建筑分布外框与最近的风险区相距约 \d+\.\d km/);
  const csv = await readCsvFiles(page);
  const inside = (csv['shelters-in-zones.csv'] ?? '').split('\r\n').filter((line) => line.includes('滑坡'));
  expect(inside).toHaveLength(1);
  expect(inside[0]).toContain('第三地区センター');
  expect(csv['shelters-by-dataset.csv']).toMatch(/,105,1,/);
  expect(csv['shelters-by-dataset.csv']).toMatch(/,51,0,0/);
  expect(conduct.faults).toEqual([]);
});

test('the same package on the same day gives the same PDF text and the same table bytes', async ({
  browser,
  appUrl,
}) => {
  const made: { text: string; csv: Record<string, string> }[] = [];
  for (const timezoneId of ['Asia/Shanghai', 'UTC']) {
    const context = await browser.newContext({ locale: made.length === 0 ? 'zh-CN' : 'de-DE', timezoneId });
    const page = await context.newPage();
    await page.clock.setFixedTime('2026-11-21T06:00:00Z');
    await page.goto(`${appUrl}?city=demo&lang=zh-CN`);
    const download = await makeReport(page, '生成报告');
    made.push({ text: await readReport(await download.path()), csv: await readCsvFiles(page) });
    await context.close();
  }
  expect(Object.keys(made[0]?.csv ?? {}).length).toBeGreaterThan(5);
  expect(made[1]).toEqual(made[0]);
});

for (const { id, lang, button, counts } of [
  { id: 'demo', lang: 'en', button: 'Make report', counts: ['1,953', '922'] },
  { id: 'delfshaven', lang: 'en', button: 'Make report', counts: ['853'] },
  { id: 'nyc', lang: 'zh-CN', button: '生成报告', counts: ['18,174', '19,804'] },
]) {
  test(`${id}, ${lang}: the report counts what the package holds`, async ({ page }) => {
    test.skip(!hasCity(id), `the ${id} package was not built: its data is not here`);
    await page.goto(`/?city=${id}&lang=${lang}`);
    const download = await makeReport(page, button);
    const text = await readReport(await download.path());
    for (const count of counts) expect(text).toContain(count);
  });
}

test('sibbe: the tiles that the source lacks are named in the report', async ({ page }) => {
  test.skip(!hasCity('sibbe'), 'the sibbe package was not built: its data is not here');
  await page.goto('/?city=sibbe&lang=zh-CN');
  const download = await makeReport(page, '生成报告');
  const { text } = await readPdf(await download.path());
  expect(text.replaceAll('\n', '')).toContain('1_0_0.b3dm');
});
