import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../../../src/data/open-database.ts';

const PLAN = { name: 'paper', version: 2, stores: ['things'], onClosed: () => undefined };

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.useRealTimers());

/** Another tab that holds the database at a version and lets go only when it is told to. */
async function hold(version: number): Promise<IDBDatabase> {
  const request = indexedDB.open(PLAN.name, version);
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  return request.result;
}

async function refusal(plan: typeof PLAN): Promise<string> {
  const opened = await openDatabase(plan);
  return opened.ok ? 'opened' : opened.issue.code;
}

describe('opening a database', () => {
  it('makes its stores', async () => {
    const opened = await openDatabase(PLAN);
    expect(opened.ok && [...opened.value.objectStoreNames]).toEqual(['things']);
  });

  it('made by a newer page is refused', async () => {
    (await hold(3)).close();
    expect(await refusal(PLAN)).toBe('storage.newer');
  });

  it('that an older page holds on to is given up after a while', async () => {
    const held = await hold(1);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const waiting = refusal(PLAN);
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1), { timeout: 5000 });
    vi.advanceTimersByTime(3000);
    expect(await waiting).toBe('storage.blocked');
    held.close();
  });

  it('gives way to a newer page, and says so', async () => {
    const onClosed = vi.fn();
    await openDatabase({ ...PLAN, onClosed });
    expect((await hold(3)).version).toBe(3);
    expect(onClosed).toHaveBeenCalledOnce();
  });
});
