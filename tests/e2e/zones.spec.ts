import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import type { ExposureResult } from '../../src/core/risk/exposure.ts';
import type { DocumentChange } from '../../src/core/workspace/workspace-edit.ts';
import type { Zone } from '../../src/core/zones/zone.ts';
import { CITIES_FOLDER } from '../browser/city-test.ts';
import { test } from './app-test.ts';
import { openAssessTab, openCity } from './open-app.ts';

test.use({ viewport: { width: 900, height: 600 } });
// A form of twenty fields over a scene that software draws.
test.setTimeout(300_000);

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const APPROVED = '老城区连片火灾风险区';
const REVIEWED = '北岭滑坡控制区';

const editor = (page: Page) => page.locator('.zone-editor');
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Opens the demo city at one of its zones. */
async function openZone(page: Page, name: string): Promise<void> {
  await openCity(page, 'demo');
  await openAssessTab(page, 0);
  await page.locator('.list-row', { hasText: name }).click();
  await expect(page.locator('.inspector-head h2')).toHaveText(name);
}

/** Words of the history, newest first, without times. */
async function readHistory(page: Page): Promise<string[]> {
  await button(page, '编辑历史').click();
  await expect(page.locator('.history-step').last()).toBeVisible();
  const words = await page.locator('.history-step .words').allTextContents();
  await page.keyboard.press('Escape');
  await expect(page.locator('.history')).toHaveCount(0);
  return words;
}

/** Goes to a state through the history list. */
async function goTo(page: Page, words: string): Promise<void> {
  await button(page, '编辑历史').click();
  await page.locator('.history-step', { hasText: words }).click();
  await expect(page.locator('.history-step[aria-current]')).toContainText(words);
  await page.keyboard.press('Escape');
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await editor(page).getByLabel(label, { exact: true }).fill(text);
  await page.keyboard.press('Tab');
}

test('a zone as planning object: unlock, fill the form, library, review, approve, undo all', async ({
  page,
  conduct,
}) => {
  await openZone(page, APPROVED);
  await expect(editor(page).getByLabel('名称', { exact: true })).toHaveAttribute('readonly');
  await expect(button(page, /^删除风险区.*退回草稿后才能修改/)).toHaveAttribute('aria-disabled', 'true');
  await button(page, '退回草稿…').click();
  await button(page, '退回草稿').last().click();

  await fill(page, '名称', '老城区火灾重点区');
  await editor(page).locator('.zone-level label', { hasText: '红色' }).click();
  await fill(page, '强度', 'abc');
  await expect(editor(page)).toContainText('请输入数字');
  await fill(page, '强度', '12.5');
  await fill(page, '重现期（年）', '50');
  await fill(page, '责任单位', '消防救援支队二大队');
  await fill(page, '有效期至', '2020-01-01');
  await expect(editor(page)).toContainText('起始日期晚于截止日期');
  await fill(page, '有效期至', '2028-12-31');

  await button(page, '策略库').click();
  const card = page.locator('.strategy-card[data-strategy="fire-red"]');
  await expect(card).toContainText('待核');
  await card.getByRole('button', { name: '采用' }).click();
  await expect(editor(page).getByLabel('发展策略', { exact: true })).toHaveValue(/拆除整治与疏解/);
  await editor(page).getByLabel('写一条控制要求').fill('每季度联合检查一次');
  await editor(page).getByRole('button', { name: '添加' }).click();
  await button(page, '上移第 5 条').click();
  await expect(editor(page).getByLabel('控制要求 4')).toHaveValue('每季度联合检查一次');

  await button(page, '提交复核…').click();
  await button(page, '确认复核').click();
  await expect(editor(page)).toContainText('请填写姓名');
  await page.getByLabel('复核人姓名').fill('李工');
  await button(page, '确认复核').click();
  await button(page, '批准…').click();
  await page.getByLabel('批准人姓名').fill('王局');
  await button(page, '确认批准').click();
  await expect(editor(page).locator('.zone-status')).toHaveText(/已批准\s*王局/);
  await expect(editor(page).getByLabel('名称', { exact: true })).toHaveAttribute('readonly');
  await page.screenshot({ path: 'test-results/journeys/demo-zone-approved.png' });

  expect(await readHistory(page)).toEqual([
    '“老城区火灾重点区”状态：已复核 → 已批准，审核人：王局',
    '“老城区火灾重点区”状态：草稿 → 已复核，审核人：李工',
    '“老城区火灾重点区”控制要求重新排序',
    '“老城区火灾重点区”控制要求 +1',
    '“老城区火灾重点区”采用策略库：发展策略和 4 条控制要求',
    '“老城区火灾重点区”有效期：2026-05-01 至 2028-12-31',
    '“老城区火灾重点区”责任单位：消防救援支队 → 消防救援支队二大队',
    '“老城区火灾重点区”重现期（年）：（空） → 50',
    '“老城区火灾重点区”强度：（空） → 12.5 kW/m²',
    '“老城区火灾重点区”等级：橙色 → 红色',
    `“${APPROVED}”改名为“老城区火灾重点区”`,
    `“${APPROVED}”状态：已批准 → 草稿`,
    '打开时的状态',
  ]);
  await expect(page.locator('.versions li')).toHaveCount(2);

  await page.locator('.inspector-head h2').click();
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('Control+z');
  await expect(page.locator('.inspector-head h2')).toHaveText(APPROVED);
  await expect(editor(page).getByLabel('发展策略', { exact: true })).toHaveValue(/打通消防通道/);
  await expect(button(page, '没有可撤销的步骤')).toBeDisabled();
  await goTo(page, '等级：橙色 → 红色');
  await expect(editor(page).locator('.zone-level input:checked')).toHaveValue('red');
  await expect(editor(page).getByLabel('强度', { exact: true })).toHaveValue('');
  await page.keyboard.press('Control+y');
  await expect(editor(page).getByLabel('强度', { exact: true })).toHaveValue('12.5');
  expect(conduct.faults).toEqual([]);
});

/** Exposure of zones by the command line, by zone id. */
function askCommandLine(zones: Zone[]): Map<string, ExposureResult['zones'][number]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'zones-'));
  try {
    const file = path.join(folder, 'zones.geojson');
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features: zones }));
    const answer = execFileSync(
      process.execPath,
      [`${ROOT}tools/city.mjs`, 'exposure', `${CITIES_FOLDER}demo`, '--zones', file, '--json'],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    return new Map((JSON.parse(answer) as ExposureResult).zones.map((zone) => [zone.id, zone]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The zone as the work file of the page has it. */
async function readEditedZone(page: Page, id: string): Promise<Zone> {
  await page.locator('.storage-chip').click();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, '保存为文件').click()]);
  await page.keyboard.press('Escape');
  const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as { changes: DocumentChange[] };
  const change = file.changes.find((one) => one.collection === 'zones' && one.id === id);
  if (!change?.after) throw new Error(`${id} is not in the work file`);
  return change.after as Zone;
}

test('versions are compared in impact terms, with the numbers of the command line', async ({ page, conduct }) => {
  await openZone(page, REVIEWED);
  await editor(page).getByLabel('版本说明（可不填）').fill('初稿');
  await button(page, '保留版本').click();
  await button(page, '按距离外扩或内缩').click();
  await page.getByLabel('距离（米）').fill('60');
  await button(page, '应用').click();
  await expect.poll(() => readHistory(page)).toHaveLength(3);
  expect((await readHistory(page))[0]).toMatch(/外扩 60 m：.* → .* hm²$/);

  const zones = (JSON.parse(readFileSync(`${CITIES_FOLDER}demo/zones.geojson`, 'utf8')) as { features: Zone[] })
    .features;
  const before = zones.find((zone) => zone.properties.name === REVIEWED)!;
  const now = await readEditedZone(page, before.properties.id);
  const told = askCommandLine([before, { ...now, properties: { ...now.properties, id: 'now' } }]);
  const [from, to] = [told.get(before.properties.id)!, told.get('now')!];
  expect(to.buildings).toBeGreaterThan(from.buildings);

  await expect(page.locator('.impact[data-status="ready"]')).toBeVisible({ timeout: 60_000 });
  const count = (value: number): string => new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 }).format(value);
  const row = (key: string) => page.locator(`.impact-table tr[data-row="${key}"] td`);
  await expect(row('buildings')).toHaveText([
    count(from.buildings),
    count(to.buildings),
    `+${count(to.buildings - from.buildings)}`,
  ]);
  await expect(row('peopleNight')).toHaveText([
    count(from.peopleNight),
    count(to.peopleNight),
    `+${count(to.peopleNight - from.peopleNight)}`,
  ]);
  await expect(page.locator('.impact-headline')).toHaveText(
    `自版本 1以来：+${count(to.buildings - from.buildings)} 栋建筑，夜间 +${count(to.peopleNight - from.peopleNight)} 人`,
  );
  await expect(page.locator('.impact-fields')).toContainText('边界');
  await page.screenshot({ path: 'test-results/journeys/demo-zone-versions.png' });

  await button(page, '恢复到版本 1').click();
  await expect(row('buildings').last()).toHaveText('0');
  await expect(editor(page).locator('.zone-status')).toContainText('草稿');
  expect((await readHistory(page))[0]).toBe(`“${REVIEWED}”恢复到版本 1`);
  expect(conduct.faults).toEqual([]);
});

test('the strategy library: an entry is changed, kept with the work, and taken back', async ({ page, conduct }) => {
  await openCity(page, 'demo');
  await openAssessTab(page, 0);
  await page.locator('.zones-views label', { hasText: '策略库' }).click();
  const card = page.locator('.strategy-card[data-strategy="flood-red"]');
  await card.getByRole('button', { name: '修改条目' }).click();
  await page.getByLabel('发展策略 · 中文').fill('本市口径：临河三十米内不新建。');
  await button(page, '保存条目').click();
  await expect(card).toContainText('本市口径');
  await expect(card).toContainText('已改');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.strategy-library').getByRole('button', { name: '导出', exact: true }).click(),
  ]);
  const exported = readFileSync(await download.path(), 'utf8');
  expect(exported).toContain('本市口径');
  await card.getByRole('button', { name: '恢复原条目' }).click();
  await expect(card).not.toContainText('本市口径');
  await page.locator('.strategy-library input[type="file"]').setInputFiles({
    name: 'ours.json',
    mimeType: 'application/json',
    buffer: Buffer.from(exported),
  });
  await expect(page.locator('.strategy-library')).toContainText('已导入 1 条');
  await expect(card).toContainText('本市口径');
  await page.locator('.strategy-library input[type="file"]').setInputFiles({
    name: 'cut.json',
    mimeType: 'application/json',
    buffer: Buffer.from(exported.slice(0, 500)),
  });
  await expect(page.locator('.strategy-library').getByRole('alert')).toContainText('cut.json');
  expect(conduct.faults).toEqual([]);
});

test('topology: an overlap is found, flown to and mended as one step', async ({ page, conduct }) => {
  await openZone(page, REVIEWED);
  await button(page, '复制风险区').click();
  await expect(page.locator('.inspector-head h2')).toHaveText(`${REVIEWED}（副本）`);
  await page.locator('.zones-views label', { hasText: '拓扑检查' }).click();
  const overlap = page.locator('.finding-row', { hasText: `${REVIEWED}；${REVIEWED}（副本）` });
  await expect(overlap).toContainText(/重叠 · [\d.]+ hm²/);
  // The list keeps only rows in sight: how many there are is told above it, and those of the selected zone come first.
  const told = page.locator('.topology-panel [role="status"]');
  await expect(page.locator('.finding-row').first()).toContainText(`${REVIEWED}（副本）`);
  const found = Number.parseInt((await told.textContent()) ?? '', 10);
  await overlap.getByRole('button', { name: '修复' }).click();
  await expect(overlap).toHaveCount(0);
  await expect(told).toHaveText(new RegExp(`^${found - 1} `));
  expect((await readHistory(page))[0]).toMatch(/^修复“.*（副本）”的重叠：/);
  await page.keyboard.press('Control+z');
  await expect(overlap).toHaveCount(1);
  expect(conduct.faults).toEqual([]);
});
