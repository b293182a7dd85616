import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { type Download, expect, type Page } from '@playwright/test';
import { hasCity, readManifest } from '../browser/city-test.ts';
import { readPdf } from '../browser/read-pdf.ts';
import { test } from './app-test.ts';

type Language = 'zh-CN' | 'en';

const BUTTONS = { 'zh-CN': '生成报告', en: 'Make report' } as const;

async function makeReport(page: Page, language: Language): Promise<Download> {
  const started = page.waitForEvent('download', { timeout: 150_000 });
  await page.getByRole('button', { name: BUTTONS[language] }).click();
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

/** A text without its spaces and line breaks: where lines are broken is not what these tests are about. */
const joined = (text: string) => text.replace(/\s+/g, '');

/** Names that stay as they are in every language: paths, issue codes and rules, coordinate systems. */
const IDENTIFIERS = /\S*[/.]\S*|UTM zone \w+/g;

/** Words of the report's own vocabulary and of the package schema, which a Chinese reader must never meet. */
const ENGLISH_WORDS =
  /\b(buildings?|zones?|shelters?|unknown|derived|assumed|warning|note|landslide|flood|residential|office|ellipsoidal)\b/i;

interface Journey {
  id: string;
  /** What the report says of this city, by language; `en` is left out where one language is enough. */
  says: { 'zh-CN': string[]; en?: string[] };
  /** True when the sources themselves write no Chinese or Japanese. */
  latinSources?: boolean;
  tables?: (csv: Record<string, string>) => void;
}

const JOURNEYS: Journey[] = [
  {
    id: 'demo',
    says: {
      'zh-CN': ['韧城示范区：风险区、暴露与避难场所报告', '演示数据（合成）', '内部使用 未经审图', '居住 11/29'],
      en: [
        'Rencheng Demo District: risk zones, exposure and shelters',
        'demo data (synthetic)',
        'Internal use, map not reviewed',
        'residential 11/29',
      ],
    },
    tables: (csv) => expect(csv['exposure-by-zone.csv']?.charCodeAt(0)).toBe(0xfeff),
  },
  {
    id: 'numazu',
    says: {
      'zh-CN': [
        '建筑 1,664 栋、风险区 87 个、避难场所 156 处',
        '1 处避难场所位于至少一个风险区内，其中 0 处',
        '第三地区センター：位于滑坡风险区（62 木の宮沢 C）内，该灾种已指定。',
        '建筑分布外框与最近的风险区相距约 4.5 km',
        '缺省规则得出（蓝）',
      ],
      en: [
        'Shelters in at least one risk zone: 1; not designated for its hazard: 0.',
        '第三地区センター lies in a landslide zone (62 木の宮沢 C); for this hazard it is designated.',
        'No building footprint lies in any risk zone',
        'about 4.5 km from the nearest risk zone',
      ],
    },
    tables: (csv) => {
      const inside = (csv['shelters-in-zones.csv'] ?? '').split('\r\n').filter((line) => line.includes('滑坡'));
      expect(inside).toHaveLength(1);
      expect(inside[0]).toContain('第三地区センター');
      expect(csv['shelters-by-dataset.csv']).toMatch(/,105,1,/);
      expect(csv['shelters-by-dataset.csv']).toMatch(/,51,0,0/);
    },
  },
  {
    id: 'delfshaven',
    latinSources: true,
    says: {
      'zh-CN': [
        '建筑 853 栋',
        '没有风险区与避难场所',
        'EPSG:5709（荷兰 NAP 高程）',
        '平面轮廓由三维模型的边界面投影得到',
      ],
      en: ['holds 853 buildings.', 'no risk zones and no shelters', 'EPSG:5709 (NAP height)', 'Gemeente Rotterdam'],
    },
  },
  {
    id: 'nyc',
    latinSources: true,
    says: {
      'zh-CN': ['建筑 18,174 栋', '119.json 第 2 条是注记点，不是轮廓，已跳过。19,804', 'OpenStreetMap contributors'],
      en: ['holds 18,174 buildings.', 'is a label point, not an outline, and was left out.19,804', '° W, 40.'],
    },
  },
  { id: 'sibbe', says: { 'zh-CN': ['建筑 1,176 栋', '以下瓦片在来源中缺失', 'content/1_0_0.b3dm'] } },
];

for (const { id, says, latinSources, tables } of JOURNEYS) {
  test(`${id}: the report in each language tells what the package holds`, async ({ page, conduct }) => {
    test.skip(!hasCity(id), `the ${id} package was not built: its data is not here`);
    // Two reports of a real city on a busy machine.
    test.slow();
    const manifest = readManifest(id);
    await page.goto(`/?city=${id}&lang=zh-CN`);
    for (const language of ['zh-CN', 'en'] as const) {
      const expected = says[language];
      if (!expected) continue;
      if (language === 'en') {
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toBeHidden();
        await page.keyboard.press('g');
      }
      const download = await makeReport(page, language);
      expect(download.suggestedFilename()).toMatch(new RegExp(`^${id}-report-\\d{4}-\\d\\d-\\d\\d\\.pdf$`));
      const text = await readReport(await download.path());
      for (const part of expected) expect(joined(text)).toContain(joined(part));
      for (const { count } of manifest.datasets) expect(text).toContain(count.toLocaleString('en-US'));
      expect(text).toContain(manifest.inputHash.slice(0, 16));
      if (language === 'zh-CN') expect(text.replaceAll(IDENTIFIERS, '')).not.toMatch(ENGLISH_WORDS);
      else if (latinSources) expect(text).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      if (language === 'zh-CN') tables?.(await readCsvFiles(page));
    }
    if (id === 'demo') await page.screenshot({ path: 'test-results/screenshots/report-demo.png' });
    expect(conduct.faults).toEqual([]);
  });
}

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

test('the same package on the same day gives the same PDF text and the same table bytes', async ({
  browser,
  appUrl,
}) => {
  const made: { text: string; csv: Record<string, string> }[] = [];
  for (const timezoneId of ['Asia/Shanghai', 'UTC']) {
    const context = await browser.newContext({ locale: made.length === 0 ? 'zh-CN' : 'de-DE', timezoneId });
    await context.addInitScript(() => window.localStorage.setItem('rencheng.tour', 'seen'));
    const page = await context.newPage();
    await page.clock.setFixedTime('2026-11-21T06:00:00Z');
    await page.goto(`${appUrl}?city=demo&lang=zh-CN`);
    const download = await makeReport(page, 'zh-CN');
    made.push({ text: await readReport(await download.path()), csv: await readCsvFiles(page) });
    await context.close();
  }
  expect(Object.keys(made[0]?.csv ?? {}).length).toBeGreaterThan(5);
  expect(made[1]).toEqual(made[0]);
});
