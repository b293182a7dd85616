/** How many pictures are kept: the one that is shown, and the one that it is just replacing. */
const MOST_KEPT = 2;

const kept = new Map<string, Uint8Array>();
let keys = 0;

/** Colours of the rows of a table as `colorRows` makes them; the store holds their key only (`BuildingColours.key`). */
export const colourCache = {
  /** Keeps colours under a new key; the oldest ones are let go. */
  keep(rgba: Uint8Array): string {
    keys += 1;
    const key = `colours-${keys}`;
    kept.set(key, rgba);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return key;
  },
  /** Colours of a key; `null` when they were let go. */
  find(key: string): Uint8Array | null {
    return kept.get(key) ?? null;
  },
};
