import type { Outcome } from '../core/city/issue.ts';
import type { CityTable } from '../data/open-city-table.ts';

/** Reads a column of a table once; a column that failed is read again when it is wanted again. */
export type ColumnReader = (table: CityTable, name: string) => Promise<Outcome<unknown[]>>;

/** A reader that keeps the columns as long as their table lives. */
export function createColumnReader(): ColumnReader {
  const known = new WeakMap<CityTable, Map<string, Promise<Outcome<unknown[]>>>>();
  return (table, name) => {
    const columns = known.get(table) ?? new Map<string, Promise<Outcome<unknown[]>>>();
    known.set(table, columns);
    const running = columns.get(name);
    if (running) return running;
    const reading = table.readColumn(name).then((outcome) => {
      if (!outcome.ok) columns.delete(name);
      return outcome;
    });
    columns.set(name, reading);
    return reading;
  };
}
