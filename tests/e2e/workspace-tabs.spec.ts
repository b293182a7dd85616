import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type RunningServer, startServer } from '../../tools/serve/serve.ts';
import { buildWorkspaceHarness } from './workspace-harness/build-workspace-harness.ts';
import type { Stroke } from './workspace-harness/workspace-page.ts';

let folder: string;
let server: RunningServer;
let strokes = 0;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'workspace-tabs-'));
  await buildWorkspaceHarness(folder);
  server = await startServer({ mounts: [{ path: '/', folder }], port: 0 });
});

test.afterAll(async () => {
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function openTab(
  context: BrowserContext,
  status: string,
  { city = 'paper', sha256 = 'a', note = '' } = {},
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => 'workspace' in window);
  await page.evaluate(({ id, sha, state }) => window.workspace.open(id, ['p1', 'p2'], sha, state), {
    id: city,
    sha: sha256,
    state: note,
  });
  await expect(page.locator('.storage-chip')).toHaveAttribute('data-status', status);
  return page;
}

async function draw(page: Page, stroke: Stroke): Promise<void> {
  strokes += 1;
  await page.evaluate(([one, id]) => window.workspace.stroke(one, id), [stroke, `s${strokes}`] as [Stroke, string]);
}

const put = (page: Page, id: string, note = ''): Promise<void> => draw(page, { kind: 'put', id, note });
const zonesOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => Object.keys(window.workspace.work().document.zones).sort());
const chip = (page: Page) => page.locator('.storage-chip');
const saved = (page: Page) => expect(chip(page)).toHaveAttribute('data-pending', '0');

test('a second tab follows, takes over, and goes on when the first one is gone', async ({ context }) => {
  const first = await openTab(context, 'kept');
  await put(first, 'a');
  const second = await openTab(context, 'following');
  await expect(chip(second)).toContainText('只读');
  await expect.poll(() => zonesOf(second)).toEqual(['a', 'p1', 'p2']);
  await put(first, 'b');
  await draw(first, { kind: 'delete', id: 'p2' });
  await draw(first, { kind: 'undo' });
  await expect.poll(() => zonesOf(second)).toEqual(['a', 'b', 'p1', 'p2']);
  await put(second, 'notHere');
  expect(await zonesOf(second), 'a tab that follows does not edit').not.toContain('notHere');

  await chip(second).click();
  await expect(second.getByRole('button', { name: '打开并合并文件…' })).toBeDisabled();
  await second.getByRole('button', { name: '接管编辑' }).click();
  await expect(chip(second)).toHaveAttribute('data-status', 'kept');
  await expect(chip(first)).toHaveAttribute('data-status', 'following');
  await put(second, 'c');
  await expect.poll(() => zonesOf(first)).toEqual(['a', 'b', 'c', 'p1', 'p2']);
  expect(await first.evaluate(() => window.workspace.work())).toEqual(
    await second.evaluate(() => window.workspace.work()),
  );

  // The last stroke need not be on disk when its tab goes: the one that follows has it.
  await put(second, 'd');
  await expect.poll(() => zonesOf(first)).toContain('d');
  await second.close();
  await expect(chip(first)).toHaveAttribute('data-status', 'kept');
  expect(await zonesOf(first)).toEqual(['a', 'b', 'c', 'd', 'p1', 'p2']);
  await put(first, 'e');
  await saved(first);
  await first.close();
  const third = await openTab(context, 'kept');
  expect(await zonesOf(third)).toEqual(['a', 'b', 'c', 'd', 'e', 'p1', 'p2']);
});

test('of three tabs the one that asks becomes the editor, and a stuck editor is overruled', async ({ context }) => {
  const first = await openTab(context, 'kept', { city: 'three' });
  await put(first, 'a');
  await saved(first);
  const second = await openTab(context, 'following', { city: 'three' });
  const third = await openTab(context, 'following', { city: 'three' });
  await chip(third).click();
  await third.getByRole('button', { name: '接管编辑' }).click();
  await expect(chip(third)).toHaveAttribute('data-status', 'kept');
  await expect(chip(second)).toHaveAttribute('data-status', 'following');

  const session = await context.newCDPSession(third);
  await session.send('Debugger.enable');
  const stuck = new Promise((resolve) => session.once('Debugger.paused', resolve));
  await session.send('Debugger.pause');
  third.evaluate(() => window.workspace.storage()).catch(() => undefined);
  await stuck;
  await chip(second).click();
  await second.getByRole('button', { name: '接管编辑' }).click();
  await expect(chip(second)).toHaveAttribute('data-status', 'kept', { timeout: 15_000 });
  await put(second, 'b');
  await saved(second);
  await session.send('Debugger.resume');
  await expect(chip(third)).toHaveAttribute('data-status', 'following');
  await expect.poll(() => zonesOf(third)).toEqual(['a', 'b', 'p1', 'p2']);
});

/** A full disk as the browser tells it: the writing transaction is aborted with the quota's error. */
async function setQuota(page: Page, hasRoom: boolean): Promise<void> {
  await page.evaluate((room) => {
    Object.assign(window, { hasRoom: room, realPut: Reflect.get(window, 'realPut') ?? IDBObjectStore.prototype.put });
    const realPut = Reflect.get(window, 'realPut') as IDBObjectStore['put'];
    IDBObjectStore.prototype.put = function (value, key) {
      const { transaction } = this;
      if (!Reflect.get(window, 'hasRoom')) {
        Object.defineProperty(transaction, 'error', { value: new DOMException('full', 'QuotaExceededError') });
        queueMicrotask(() => transaction.abort());
      }
      return realPut.call(this, value, key);
    };
  }, hasRoom);
}

test('a full disk is told, the work stays in memory, the file has it, and it is written once there is room', async ({
  context,
}) => {
  const page = await openTab(context, 'kept', { city: 'full' });
  await put(page, 'a');
  await saved(page);
  await setQuota(page, false);
  await put(page, 'b');
  await expect(chip(page)).toHaveAttribute('data-status', 'memory');
  await expect(chip(page)).toContainText('未写入磁盘');
  expect(await zonesOf(page)).toContain('b');
  await chip(page).click();
  await expect(page.locator('.storage-panel .notice')).toContainText('空间已满');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存为文件' }).click();
  expect((await download).suggestedFilename()).toBe('full.workspace.json');
  await setQuota(page, true);
  await page.getByRole('button', { name: '再试一次' }).click();
  await expect(chip(page)).toHaveAttribute('data-status', 'kept');
  await saved(page);
  await page.close();
  const again = await openTab(context, 'kept', { city: 'full' });
  expect(await zonesOf(again)).toEqual(['a', 'b', 'p1', 'p2']);
});

test('a colleague’s file is merged by id; conflicts are decided side by side; it is one step', async ({ context }) => {
  const mine = await openTab(context, 'kept', { city: 'merge' });
  await put(mine, 'p1', 'colleague');
  await put(mine, 'p2', 'colleague');
  await put(mine, 'new', 'colleague');
  await put(mine, 'same', 'both');
  await chip(mine).click();
  await expect(mine.locator('.storage-panel')).toContainText('4 项不同');
  const download = mine.waitForEvent('download');
  await mine.getByRole('button', { name: '保存为文件' }).click();
  const file = path.join(folder, 'colleague.workspace.json');
  await (await download).saveAs(file);
  await mine.getByRole('button', { name: '重新开始…' }).click();
  await mine.getByRole('button', { name: '放弃修改' }).click();
  expect(await zonesOf(mine)).toEqual(['p1', 'p2']);
  await expect(mine.locator('.storage-panel')).toBeHidden();

  await put(mine, 'p1', 'mine');
  await put(mine, 'p2', 'mine');
  await put(mine, 'same', 'both');
  const before = await mine.evaluate(() => window.workspace.work());
  const openFile = async (name: string): Promise<void> => {
    await chip(mine).click();
    const chosen = mine.waitForEvent('filechooser');
    await mine.getByRole('button', { name: '打开并合并文件…' }).click();
    await (await chosen).setFiles(name);
  };
  await openFile(file);
  const dialog = mine.getByRole('dialog', { name: /合并 colleague/ });
  await expect(dialog.locator('.list-row')).toHaveCount(2);
  await expect(dialog).toContainText('另有 1 项只有对方改过');
  await expect(dialog.locator('tr[data-differs="true"]')).toHaveCount(1);
  await expect(dialog.locator('tr[data-differs="true"]')).toContainText('备注');
  await mine.screenshot({ path: 'test-results/journeys/workspace-conflicts.png' });
  await dialog.getByRole('radiogroup').getByText('文件中的').click();
  await dialog.locator('.list-row').nth(1).click();
  await dialog.getByRole('radiogroup').getByText('两者都留').click();
  await dialog.getByRole('button', { name: '完成合并' }).click();
  await expect(dialog).toBeHidden();
  const notes = await mine.evaluate(() =>
    Object.values(window.workspace.work().document.zones).map(
      ({ properties }) => `${properties.id} ${properties.note}`,
    ),
  );
  expect(notes.sort()).toEqual(['new colleague', 'p1 colleague', 'p2 mine', 'p2~2 colleague', 'same both']);
  await draw(mine, { kind: 'undo' });
  const after = await mine.evaluate(() => window.workspace.work());
  expect(after.document).toEqual(before.document);
});

test('a newer package: what both changed waits for a decision, also after a reload', async ({ context }) => {
  const before = await openTab(context, 'kept', { city: 'newer' });
  await put(before, 'p1', 'mine');
  await saved(before);
  await before.close();

  const newer = { city: 'newer', sha256: 'b', note: 'updated' };
  const noteOf = (page: Page, id: string) =>
    page.evaluate((zone) => window.workspace.work().document.zones[zone]?.properties.note, id);
  const first = await openTab(context, 'kept', newer);
  const dialog = (page: Page) => page.getByRole('dialog', { name: '数据包已更新' });
  await dialog(first).getByRole('button', { name: '以后再定' }).click();
  await expect(chip(first)).toContainText('1 处冲突待定');
  expect([await noteOf(first, 'p1'), await noteOf(first, 'p2')]).toEqual(['mine', 'updated']);
  await saved(first);
  await first.close();

  const second = await openTab(context, 'kept', newer);
  await dialog(second).getByRole('button', { name: '以后再定' }).click();
  await chip(second).click();
  await second.getByRole('button', { name: '逐项比较' }).click();
  await dialog(second).getByRole('radiogroup').getByText('数据包的').click();
  await dialog(second).getByRole('button', { name: '完成合并' }).click();
  expect(await noteOf(second, 'p1')).toBe('updated');
  await expect(chip(second)).toContainText('已保存');
  await draw(second, { kind: 'undo' });
  expect(await noteOf(second, 'p1')).toBe('mine');
  await saved(second);
  await second.close();

  const third = await openTab(context, 'kept', newer);
  await expect(chip(third)).toContainText('已保存');
  await expect(dialog(third)).toHaveCount(0);
  expect(await noteOf(third, 'p1')).toBe('mine');
});
