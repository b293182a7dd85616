/** How many sets of rows are kept: the one that is shown, and those that are just being replaced. */
const MOST_KEPT = 4;

const kept = new Map<string, Uint32Array>();
let keys = 0;

/** Row numbers of chosen rows, ascending; the store holds their key only (`RowSelection.key`). */
export const rowCache = {
  /** Keeps rows under a new key; the oldest ones are let go. */
  keep(rows: Uint32Array): string {
    keys += 1;
    const key = `rows-${keys}`;
    kept.set(key, rows);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return key;
  },
  /** Rows of a key; `null` when they were let go. */
  find(key: string): Uint32Array | null {
    return kept.get(key) ?? null;
  },
};
