import { mkdtemp, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { documentOfZones } from '../../src/core/workspace/document-of-zones.ts';
import { type EditedDocument, takeEntry } from '../../src/core/workspace/edit-log.ts';
import { EMPTY_HISTORY } from '../../src/core/workspace/workspace-edit.ts';
import { type RunningServer, startServer } from '../../tools/serve/serve.ts';
import { cityOf, editOf, zoneOf } from '../unit/features/workspace/workspace-samples.ts';
import { buildWorkspaceHarness } from './workspace-harness/build-workspace-harness.ts';
import type { Stroke } from './workspace-harness/workspace-page.ts';

const ZONES = ['p1', 'p2'];
const CITY = 'killed';
let folder: string;
let server: RunningServer;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'workspace-harness-'));
  await buildWorkspaceHarness(path.join(folder, 'page'));
  server = await startServer({ mounts: [{ path: '/', folder: path.join(folder, 'page') }], port: 0 });
});

test.afterAll(async () => {
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Numbers in [0, 1) that are the same in every run. */
function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function writeStrokes(dice: () => number, count: number): Stroke[] {
  return Array.from({ length: count }, (_, place): Stroke => {
    const id = ['p1', 'p2', 'a', 'b', 'c'][Math.floor(dice() * 5)] ?? 'a';
    const kind = dice();
    if (kind < 0.65) return { kind: 'put', id, note: `${place}` };
    if (kind < 0.75) return { kind: 'delete', id };
    return { kind: kind < 0.9 ? 'undo' : 'redo' };
  });
}

/** What a stroke comes to, told without the page. */
function apply(work: EditedDocument, stroke: Stroke, editId: string): EditedDocument {
  const { done, undone } = work.history;
  const { zones } = work.document;
  if (stroke.kind === 'undo') return takeEntry(work, { kind: 'undid', editId: done.at(-1)?.id ?? '' });
  if (stroke.kind === 'redo') return takeEntry(work, { kind: 'redid', editId: undone.at(-1)?.id ?? '' });
  if (stroke.kind === 'delete' && !zones[stroke.id]) return work;
  const after = stroke.kind === 'put' ? zoneOf(stroke.id, stroke.note) : null;
  return takeEntry(work, { kind: 'did', edit: editOf(editId, zones, { [stroke.id]: after }) });
}

interface Scene {
  page: Page;
  made: number;
  confirmed: number;
}

/** Opens the page and the city, and waits until what is on disk is shown. */
async function openPage(context: BrowserContext): Promise<Scene> {
  const page = await context.newPage();
  const scene: Scene = { page, made: 0, confirmed: 0 };
  await page.exposeFunction('tellMade', (count: number) => {
    scene.made = count;
  });
  await page.exposeFunction('tellConfirmed', (count: number) => {
    scene.confirmed = Math.max(scene.confirmed, count);
  });
  await page.goto(server.url);
  await page.waitForFunction(() => 'workspace' in window);
  await page.evaluate(({ city, zones }) => window.workspace.open(city, zones, 'a'), { city: CITY, zones: ZONES });
  await page.waitForFunction(() => window.workspace.storage().status === 'kept');
  return scene;
}

/** Scribbles, kills at a random moment, reopens: the work is a state from the last confirmed stroke on, and it goes on from there. */
async function survive(
  rounds: number,
  seed: number,
  open: () => Promise<Scene>,
  kill: (page: Page) => Promise<void>,
): Promise<{ confirmed: number; made: number }> {
  const dice = createDice(seed);
  let work: EditedDocument = {
    document: documentOfZones(cityOf(ZONES.map((id) => zoneOf(id))).zones),
    history: EMPTY_HISTORY,
  };
  const total = { confirmed: 0, made: 0 };
  let scene = await open();
  for (let round = 0; round < rounds; round += 1) {
    const strokes = writeStrokes(dice, 2000);
    const firstId = round * 10_000;
    const pauses = dice() < 0.5 ? 0 : 12;
    await scene.page.evaluate(({ all, first, most }) => window.workspace.scribble(all, first, most), {
      all: strokes,
      first: firstId,
      most: pauses,
    });
    await new Promise((resolve) => setTimeout(resolve, 30 + dice() * 400));
    await kill(scene.page);
    const { confirmed, made } = scene;
    scene = await open();
    const found = await scene.page.evaluate(() => window.workspace.work());
    const after = JSON.stringify(outline(found));
    let [state, match] = [work, -1];
    for (const [count, stroke] of [...strokes, null].entries()) {
      if (count >= confirmed && JSON.stringify(outline(state)) === after) match = count;
      if (stroke) state = apply(state, stroke, `e${firstId + count}`);
    }
    expect(match, `round ${round}: ${confirmed} strokes confirmed of ${made}`).toBeGreaterThanOrEqual(confirmed);
    work = found;
    total.confirmed += confirmed;
    total.made += made;
  }
  return total;
}

/** Zones in order of id; steps by id, which tell all else. */
function outline({ document, history }: EditedDocument): unknown {
  const ids = (edits: readonly { id: string }[]): string[] => edits.slice(-100).map(({ id }) => id);
  const zones = Object.values(document.zones).map(({ properties }) => `${properties.id}:${properties.note}`);
  return [zones.sort(), ids(history.done), ids(history.undone)];
}

test('the tab is killed at 20 random moments while editing: nothing confirmed is lost', async ({ context }) => {
  test.setTimeout(400_000);
  const kill = async (page: Page): Promise<void> => {
    const crashed = page.waitForEvent('crash');
    const session = await context.newCDPSession(page);
    session.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
  };
  const total = await survive(20, 7, () => openPage(context), kill);
  console.log(`20 tabs killed: ${total.made} strokes made, ${total.confirmed} confirmed, none of those lost`);
  expect(total.confirmed).toBeGreaterThan(20);
});

test('the browser is killed at 4 random moments while editing: nothing confirmed is lost', async ({
  browserName,
}, info) => {
  expect(browserName).toBe('chromium');
  const profile = path.join(folder, 'profile');
  const { launchOptions } = info.project.use;
  let context: BrowserContext | null = null;
  const open = async (): Promise<Scene> => {
    context ??= await chromium.launchPersistentContext(profile, launchOptions ?? {});
    return openPage(context);
  };
  const kill = async (page: Page): Promise<void> => {
    // Chromium names its process in the lock of the profile: `host-pid`.
    const pid = Number((await readlink(path.join(profile, 'SingletonLock'))).split('-').at(-1));
    const gone = page.context().waitForEvent('close');
    process.kill(pid, 'SIGKILL');
    await gone;
    await rm(path.join(profile, 'SingletonLock'), { force: true });
    context = null;
  };
  const total = await survive(4, 11, open, kill);
  await (context as BrowserContext | null)?.close();
  console.log(`4 browsers killed: ${total.made} strokes made, ${total.confirmed} confirmed, none of those lost`);
  expect(total.confirmed).toBeGreaterThan(4);
});
