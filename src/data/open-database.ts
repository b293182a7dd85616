import type { Outcome } from '../core/city/issue.ts';
import { describeStorageError } from './storage-issue.ts';

/** How long another tab may hold an older database before this one goes on without. */
const BLOCKED_MILLISECONDS = 3000;

interface DatabasePlan {
  name: string;
  version: number;
  stores: readonly string[];
  /** The browser or a newer page took the database away. */
  onClosed: () => void;
}

/**
 * Opens an IndexedDB database whose stores have keys of their own; it gives way when a newer page wants to change it.
 * Errors: `storage.forbidden`, `storage.blocked`, `storage.newer`, `storage.failed`.
 */
export function openDatabase(plan: DatabasePlan): Promise<Outcome<IDBDatabase>> {
  return new Promise((resolve) => {
    const fail = (error: unknown): void => resolve({ ok: false, issue: describeStorageError(error) });
    if (typeof indexedDB === 'undefined') {
      fail(new DOMException('no IndexedDB', 'SecurityError'));
      return;
    }
    let request: IDBOpenDBRequest;
    try {
      request = indexedDB.open(plan.name, plan.version);
    } catch (error) {
      fail(error);
      return;
    }
    let waiting: ReturnType<typeof setTimeout> | undefined;
    request.onblocked = () => {
      waiting = setTimeout(
        () => resolve({ ok: false, issue: { code: 'storage.blocked', severity: 'warning', place: {} } }),
        BLOCKED_MILLISECONDS,
      );
    };
    request.onupgradeneeded = () => {
      for (const store of plan.stores) request.result.createObjectStore(store);
    };
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      clearTimeout(waiting);
      request.result.onclose = plan.onClosed;
      request.result.onversionchange = () => {
        request.result.close();
        plan.onClosed();
      };
      resolve({ ok: true, value: request.result });
    };
  });
}
