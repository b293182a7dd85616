import type { Issue } from '../../city/issue.ts';

/** Rows that are named per code; the others are counted. */
const MOST_ROWS = 5;

/** Issues of one code met in an import: the first one, how many, and the rows of the first few. */
export interface TalliedIssue {
  first: Issue;
  count: number;
  rows: number[];
}

/** Counts issues by code (and by value where the value is what matters), in the order first met. */
export function createImportTally(): { add(issue: Issue): void; list(): TalliedIssue[] } {
  const tallied = new Map<string, TalliedIssue>();
  return {
    add(issue) {
      const key = `${issue.code} ${issue.values?.value ?? ''} ${issue.values?.type ?? ''}`;
      const known = tallied.get(key);
      const rows = issue.place.row === undefined ? [] : [issue.place.row];
      if (!known) tallied.set(key, { first: issue, count: 1, rows });
      else {
        known.count += 1;
        if (known.rows.length < MOST_ROWS) known.rows.push(...rows);
      }
    },
    list: () => [...tallied.values()],
  };
}
