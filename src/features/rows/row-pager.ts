import type { Outcome } from '../../core/city/issue.ts';
import type { RowSummary } from '../../core/city/row-summary.ts';

/** Rows of a list, read in pages as they come into sight. */
export interface RowPager {
  /** What is known of the row at a place of the list; `null` until its page is here. */
  find(place: number): RowSummary | null;
  /** Sees to it that the page of a place is read, once; one that failed is read again when wanted again. */
  want(place: number): void;
  /** Tells of every page that arrives; the answer ends it. */
  subscribe(listener: () => void): () => void;
}

const ROWS_PER_PAGE = 64;

/** Starts with no page; `read` answers rows in the order asked. */
export function createRowPager(
  rows: Uint32Array,
  read: (rows: Uint32Array) => Promise<Outcome<RowSummary[]>>,
): RowPager {
  const pages = new Map<number, readonly RowSummary[] | null>();
  const listeners = new Set<() => void>();
  const pageOf = (place: number) => Math.floor(place / ROWS_PER_PAGE);

  async function load(page: number): Promise<void> {
    pages.set(page, null);
    const from = page * ROWS_PER_PAGE;
    const outcome = await read(rows.slice(from, from + ROWS_PER_PAGE));
    if (outcome.ok) pages.set(page, outcome.value);
    else pages.delete(page);
    for (const listener of listeners) listener();
  }

  return {
    find: (place) => pages.get(pageOf(place))?.[place % ROWS_PER_PAGE] ?? null,
    want(place) {
      if (!pages.has(pageOf(place))) void load(pageOf(place));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
