import type { Issue, Outcome } from '../core/city/issue.ts';
import type { LogEntry } from '../core/workspace/edit-log.ts';
import { type KeptWorkspace, keptWorkspaceSchema } from '../core/workspace/kept-workspace.ts';
import { packOutlines, unpackOutlines } from '../core/workspace/pack-outlines.ts';
import { openDatabase } from './open-database.ts';
import { describeStorageError } from './storage-issue.ts';

const STORES = ['heads', 'states', 'log'] as const;
const DATABASE = { name: 'cim-city-viewer', version: 1, stores: STORES };

/** What lies on disk for a city: a kept state and the log entries after it, oldest first. */
export interface StoredWork {
  kept: KeptWorkspace | null;
  entries: LogEntry[];
  /** Number of the last log entry, 0 when nothing was ever written. */
  head: number;
  /** True when something could not be read; `kept` and `entries` are what could, up to that place. */
  damaged: boolean;
}

/** One step of writing: entries that end with number `head`, and the state that takes the place of older ones. */
export interface WorkToWrite {
  /** Number of the last entry that this writer knows to be on disk. */
  expectedHead: number;
  head: number;
  entries: readonly LogEntry[];
  /** Entries up to its sequence are removed from the log. */
  state: KeptWorkspace | null;
}

/** The workspaces of all cities in this browser. */
export interface WorkspaceDatabase {
  read(cityId: string): Promise<Outcome<StoredWork>>;
  /** All or nothing, on disk when it resolves. Errors: `storage.full`, `storage.otherTab` (another head), `storage.failed`. */
  write(cityId: string, work: WorkToWrite): Promise<Outcome<null>>;
  /** Moves everything of a city to another id, unread, so that nothing is lost by writing anew. */
  setAside(cityId: string, asideId: string): Promise<Outcome<null>>;
  close(): void;
}

/**
 * The database, opened with the first thing asked of it and again after it could not be; each answer can be one of
 * `storage.forbidden`, `storage.blocked`, `storage.newer`, `storage.failed`.
 */
export function createWorkspaceDatabase(): WorkspaceDatabase {
  let opening: Promise<Outcome<IDBDatabase>> | null = null;
  const attempt = async <T>(act: (database: IDBDatabase) => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    opening ??= openDatabase({
      ...DATABASE,
      onClosed: () => {
        opening = null;
      },
    });
    const opened = await opening;
    if (!opened.ok) {
      opening = null;
      return opened;
    }
    try {
      return await act(opened.value);
    } catch (error) {
      return { ok: false, issue: describeStorageError(error) };
    }
  };
  return {
    read: (cityId) => attempt((database) => readWork(database, cityId)),
    write: (cityId, work) => attempt((database) => writeWork(database, cityId, work)),
    setAside: (cityId, asideId) => attempt((database) => moveWork(database, cityId, asideId)),
    close: () => {
      void opening?.then((opened) => opened.ok && opened.value.close());
      opening = null;
    },
  };
}

const entriesOf = (cityId: string): IDBKeyRange => IDBKeyRange.bound([cityId, 0], [cityId, Infinity]);

function settled(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
  });
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function readWork(database: IDBDatabase, cityId: string): Promise<Outcome<StoredWork>> {
  const transaction = database.transaction(STORES, 'readonly');
  const log = transaction.objectStore('log');
  const [head, state, keys, values] = await Promise.all([
    answerOf<unknown>(transaction.objectStore('heads').get(cityId)),
    answerOf<unknown>(transaction.objectStore('states').get(cityId)),
    answerOf(log.getAllKeys(entriesOf(cityId))),
    answerOf<unknown[]>(log.getAll(entriesOf(cityId))),
  ]);
  const last = typeof head === 'number' ? head : 0;
  if (isNewer(state)) return { ok: false, issue: issueOf('storage.newer') };
  const kept = keptWorkspaceSchema.safeParse(unpackOutlines(state));
  if (!kept.success) {
    const untouched = state === undefined && values.length === 0;
    return { ok: true, value: { kept: null, entries: [], head: last, damaged: !untouched } };
  }
  const start = kept.data.sequence;
  const sound = values.findIndex((value, at) => sequenceOf(keys[at]) !== start + at + 1 || !isEntry(value));
  const entries = unpackOutlines(sound < 0 ? values : values.slice(0, sound)) as LogEntry[];
  const damaged = sound >= 0 || start + entries.length !== last;
  return { ok: true, value: { kept: kept.data, entries, head: last, damaged } };
}

function isNewer(state: unknown): boolean {
  const format = typeof state === 'object' && state !== null && 'format' in state ? state.format : null;
  return typeof format === 'number' && format > 1;
}

function sequenceOf(key: IDBValidKey | undefined): number {
  return Array.isArray(key) ? Number(key[1]) : Number.NaN;
}

function isEntry(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && ('edit' in value || 'editId' in value);
}

async function writeWork(database: IDBDatabase, cityId: string, work: WorkToWrite): Promise<Outcome<null>> {
  const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  const done = settled(transaction);
  let refusal: Issue | null = null;
  const refuse = (issue: Issue): void => {
    refusal = issue;
    transaction.abort();
  };
  const asked = transaction.objectStore('heads').get(cityId);
  asked.onsuccess = () => {
    try {
      if ((asked.result ?? 0) === work.expectedHead) putWork(transaction, cityId, work);
      else refuse(issueOf('storage.otherTab'));
    } catch (error) {
      refuse(describeStorageError(error));
    }
  };
  try {
    await done;
  } catch (error) {
    return { ok: false, issue: refusal ?? describeStorageError(error) };
  }
  return { ok: true, value: null };
}

function putWork(transaction: IDBTransaction, cityId: string, { head, entries, state }: WorkToWrite): void {
  const log = transaction.objectStore('log');
  transaction.objectStore('heads').put(head, cityId);
  if (state) {
    transaction.objectStore('states').put(packOutlines(state), cityId);
    log.delete(IDBKeyRange.bound([cityId, 0], [cityId, state.sequence]));
  }
  const first = head - entries.length + 1;
  for (const [at, entry] of entries.entries()) log.add(packOutlines(entry), [cityId, first + at]);
}

async function moveWork(database: IDBDatabase, cityId: string, asideId: string): Promise<Outcome<null>> {
  const transaction = database.transaction(STORES, 'readwrite', { durability: 'strict' });
  const done = settled(transaction);
  const [states, log] = [transaction.objectStore('states'), transaction.objectStore('log')];
  const state = states.get(cityId);
  state.onsuccess = () => {
    if (state.result !== undefined) states.put(state.result, asideId);
    states.delete(cityId);
  };
  const cursor = log.openCursor(entriesOf(cityId));
  cursor.onsuccess = () => {
    if (!cursor.result) return;
    log.put(cursor.result.value, [asideId, sequenceOf(cursor.result.key)]);
    cursor.result.delete();
    cursor.result.continue();
  };
  transaction.objectStore('heads').delete(cityId);
  await done;
  return { ok: true, value: null };
}

function issueOf(code: string): Issue {
  return { code, severity: 'warning', place: {} };
}
