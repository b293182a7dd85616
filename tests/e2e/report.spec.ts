import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { type Download, expect, type Page } from '@playwright/test';
import { hasCity, test } from '../browser/city-test.ts';

/** Foreign requests, policy violations and errors of a page, for the whole test. */
function watch(page: Page, appUrl: string): string[] {
  const faults: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(appUrl).origin) faults.push(`foreign: ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) faults.push(message.text());
  });
  return faults;
}

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

/** Text of a PDF by poppler, `null` where it is not installed. */
function readPdfText(file: string): string | null {
  try {
    return execFileSync('pdftotext', ['-layout', file, '-'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
  } catch {
    console.warn('pdftotext is not here: the text of the PDF was not read back');
    return null;
  }
}

test('the demo city gives a PDF and its tables with one click, under the policy and without other hosts', async ({
  page,
  appUrl,
}) => {
  const faults = watch(page, appUrl);
  await page.goto('/?city=demo&lang=zh-CN');
  const download = await makeReport(page, '生成报告');
  expect(download.suggestedFilename()).toMatch(/^demo-report-\d{4}-\d\d-\d\d\.pdf$/);
  const file = await download.path();
  expect(readFileSync(file).subarray(0, 8).toString()).toBe('%PDF-1.7');
  const text = readPdfText(file);
  if (text !== null) {
    expect(text).toContain('演示数据（合成）');
    expect(text).toContain('内部使用 未经审图');
  }
  const csv = await readCsvFiles(page);
  expect(csv['exposure-by-zone.csv']?.charCodeAt(0)).toBe(0xfeff);
  await page.screenshot({ path: 'test-results/screenshots/report-demo.png' });
  expect(faults).toEqual([]);
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

test('numazu: the report names the one emergency place in a landslide zone', async ({ page, appUrl }) => {
  test.skip(!hasCity('numazu'), 'the numazu package was not built: its data is not here');
  const faults = watch(page, appUrl);
  await page.goto('/?city=numazu&lang=zh-CN');
  const download = await makeReport(page, '生成报告');
  const text = readPdfText(await download.path());
  if (text !== null) expect(text).toMatch(/第三地区センター：位于滑坡风险区/);
  const csv = await readCsvFiles(page);
  const inside = (csv['shelters-in-zones.csv'] ?? '').split('\r\n').filter((line) => line.includes('滑坡'));
  expect(inside).toHaveLength(1);
  expect(inside[0]).toContain('第三地区センター');
  expect(csv['shelters-by-dataset.csv']).toMatch(/,105,1,/);
  expect(csv['shelters-by-dataset.csv']).toMatch(/,51,0,0/);
  expect(faults).toEqual([]);
});
