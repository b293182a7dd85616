import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogEntry } from '../../../../src/core/workspace/edit-log.ts';
import { KEPT_STEPS } from '../../../../src/core/workspace/kept-workspace.ts';
import { createWorkspaceDatabase } from '../../../../src/data/workspace-database.ts';
import { workspaceKeeper } from '../../../../src/features/workspace/workspace-keeper.ts';
import { happened } from '../../../../src/state/happened.ts';
import { workspaceStore } from '../../../../src/state/workspace-store.ts';
import { cityOf, editOf, zoneOf } from './workspace-samples.ts';

let runs = 0;
let cities = 0;
let leaving: ((event: { preventDefault(): void }) => void) | null = null;

beforeAll(() => {
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('window', {
    addEventListener: (_name: string, listener: typeof leaving) => {
      leaving = listener;
    },
  });
  workspaceKeeper.start();
});
beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  cities += 1;
});
afterEach(() => vi.restoreAllMocks());

const state = () => workspaceStore.getState();
const work = () => ({ document: state().document, history: state().history });

async function kept(status: 'kept' | 'memory' = 'kept'): Promise<void> {
  await vi.waitFor(
    () => {
      const { storage } = state();
      expect(storage.status).toBe(status);
      if (storage.status === 'kept') expect(storage.pending).toBe(0);
    },
    { interval: 1, timeout: 10_000 },
  );
}

/** What a reload does: the package is opened anew, and nothing else is known. */
async function open(zones = [zoneOf('p1'), zoneOf('p2')], sha256 = 'a', status: 'kept' | 'memory' = 'kept') {
  runs += 1;
  happened.cityRequested(runs, `paper${cities}`);
  happened.cityOpened(runs, cityOf(zones, sha256, `paper${cities}`), []);
  expect(state().history.done).toEqual([]);
  await kept(status);
}

let edits = 0;
function put(id: string, note: string | null): void {
  edits += 1;
  happened.edited(editOf(`e${edits}`, state().document.zones, { [id]: note === null ? null : zoneOf(id, note) }));
}

describe('keeping work', () => {
  it('a reload brings document and history back, and undo goes on', async () => {
    await open();
    const untouched = state().document;
    put('new', 'one');
    put('p1', 'changed');
    put('p2', null);
    happened.undone();
    await kept();
    const before = work();
    await open();
    expect(work()).toEqual(before);
    expect(Object.keys(state().document.zones)).toEqual(['p1', 'p2', 'new']);
    happened.undone();
    happened.undone();
    expect(state().document).toEqual(untouched);
    await kept();
    await open();
    expect(state().document).toEqual(untouched);
    expect(state().history.undone).toHaveLength(3);
  });

  it('any sequence of edits, undo, redo and reload comes to the same work', async () => {
    const step = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ kind: fc.constant('put' as const), id: fc.constantFrom('p1', 'p2', 'a', 'b') }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('delete' as const), id: fc.constantFrom('p1', 'a', 'b') }),
      },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        cities += 1;
        await open();
        for (const one of steps) {
          if (one.kind === 'put') put(one.id, `${edits}`);
          else if (one.kind === 'delete' && state().document.zones[one.id]) put(one.id, null);
          else if (one.kind === 'undo') happened.undone();
          else if (one.kind === 'redo') happened.redone();
          else if (one.kind === 'reload') {
            await kept();
            const before = work();
            await open();
            expect(work()).toEqual(before);
          }
        }
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it(`after ${2.5 * KEPT_STEPS} edits the last ${KEPT_STEPS} steps can be undone, and the log on disk is short`, async () => {
    await open();
    const states: unknown[] = [];
    for (let count = 0; count < 2.5 * KEPT_STEPS; count += 1) {
      states.push(state().document);
      put('a', `${count}`);
      if (count % 7 === 0) await kept();
    }
    await kept();
    const { document } = state();
    await open();
    expect(state().document).toEqual(document);
    expect(state().history.done.length).toBeGreaterThanOrEqual(KEPT_STEPS);
    for (let count = 1; count <= KEPT_STEPS; count += 1) {
      happened.undone();
      expect(state().document).toEqual(states.at(-count));
    }
    await kept();
    const undone = work();
    await open();
    expect(work()).toEqual(undone);
    expect(await countLog()).toBeLessThan(KEPT_STEPS);
  });

  it('edits made before the disk was read are laid over what was there', async () => {
    await open();
    put('a', 'first');
    await kept();
    runs += 1;
    happened.cityRequested(runs, `paper${cities}`);
    happened.cityOpened(runs, cityOf([zoneOf('p1')], 'a', `paper${cities}`), []);
    put('b', 'early');
    await kept();
    expect(Object.keys(state().document.zones).sort()).toEqual(['a', 'b', 'p1']);
    await open();
    expect(Object.keys(state().document.zones).sort()).toEqual(['a', 'b', 'p1', 'p2']);
  });
});

async function countLog(): Promise<number> {
  const request = indexedDB.open('cim-city-viewer');
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  const count = request.result.transaction('log').objectStore('log').count();
  await new Promise((resolve) => {
    count.onsuccess = resolve;
  });
  request.result.close();
  return count.result;
}

describe('a newer package', () => {
  it('brings its zones, keeps what the user changed, and lists what both changed', async () => {
    await open([zoneOf('p1'), zoneOf('p2'), zoneOf('p3')]);
    put('p1', 'mine');
    put('p2', 'mine');
    put('mine', 'new');
    put('p3', 'tried');
    happened.undone();
    await kept();
    const newer = [zoneOf('p1'), zoneOf('p2', 'theirs'), zoneOf('p3', 'theirs'), zoneOf('p4')];
    await open(newer, 'b');
    const notes = () =>
      Object.fromEntries(
        Object.values(state().document.zones).map(({ properties }) => [properties.id, properties.note]),
      );
    expect(notes()).toEqual({ p1: 'mine', p2: 'mine', p3: 'theirs', p4: '', mine: 'new' });
    const conflicts = () =>
      state().merge?.merge.conflicts.map(({ id, base, mine, theirs }) => [id, base, mine, theirs]);
    const expected = [['p2', zoneOf('p2'), zoneOf('p2', 'mine'), zoneOf('p2', 'theirs')]];
    expect(conflicts()).toEqual(expected);
    await open(newer, 'b');
    expect(conflicts(), 'asked again until decided').toEqual(expected);
    workspaceKeeper.conflictsDecided();
    await kept();
    await open(newer, 'b');
    expect(state().merge).toBeNull();
    expect(notes().p2).toBe('mine');
  });
});

describe('storage that fails', () => {
  it('full: says so, keeps the work in memory, and writes all of it once there is room', async () => {
    await open();
    put('a', 'on disk');
    await kept();
    const refused = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const alsoRefused = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    put('b', 'in memory');
    await kept('memory');
    expect(state().storage).toMatchObject({ issue: { code: 'storage.full' } });
    const prevented = vi.fn();
    leaving?.({ preventDefault: prevented });
    expect(prevented).toHaveBeenCalled();
    put('c', 'in memory');
    await kept('memory');
    refused.mockRestore();
    alsoRefused.mockRestore();
    workspaceKeeper.retry();
    await kept();
    const before = work();
    await open();
    expect(work()).toEqual(before);
    expect(Object.keys(state().document.zones)).toContain('c');
  });

  it('written by another tab meanwhile (no Web Locks): says so, and overwrites nothing', async () => {
    await open();
    put('a', 'here');
    await kept();
    const other = createWorkspaceDatabase();
    const entry: LogEntry = { kind: 'did', edit: editOf('there', {}, { b: zoneOf('b', 'there') }) };
    const work = { expectedHead: 1, head: 2, entries: [entry], state: null };
    expect(await other.write(`paper${cities}`, work)).toEqual({ ok: true, value: null });
    put('c', 'here');
    await kept('memory');
    expect(state().storage).toMatchObject({ issue: { code: 'storage.otherTab' } });
    put('d', 'here');
    expect(Object.keys(state().document.zones)).toContain('d');
    const onDisk = await other.read(`paper${cities}`);
    expect(onDisk).toMatchObject({ ok: true, value: { head: 2, damaged: false, entries: [{}, entry] } });
    other.close();
  });

  it('forbidden: says so, and the work goes on', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    await open(undefined, 'a', 'memory');
    expect(state().storage).toMatchObject({ issue: { code: 'storage.forbidden' } });
    put('a', 'x');
    expect(Object.keys(state().document.zones)).toContain('a');
  });

  it('damaged: what can be read is restored, the rest is set aside and told', async () => {
    await open();
    put('a', 'x');
    put('b', 'x');
    await kept();
    const request = indexedDB.open('cim-city-viewer');
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const transaction = request.result.transaction('log', 'readwrite');
    transaction.objectStore('log').put('rubbish', [`paper${cities}`, 2]);
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    request.result.close();
    await open();
    expect(Object.keys(state().document.zones)).toEqual(['p1', 'p2', 'a']);
    expect(state().issues.map(({ code }) => code)).toContain('storage.damaged');
    put('c', 'x');
    await kept();
    await open();
    expect(Object.keys(state().document.zones)).toEqual(['p1', 'p2', 'a', 'c']);
    expect(state().issues).toEqual([]);
  });
});
