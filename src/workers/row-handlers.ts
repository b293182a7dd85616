import type { ElementRow } from '../core/city/element-row.ts';
import type { Issue, Outcome } from '../core/city/issue.ts';
import { type RowSummary, SUMMARY_COLUMNS } from '../core/city/row-summary.ts';
import { formatCsv } from '../core/report/csv.ts';
import type { ReportTable, ReportValue } from '../core/report/report-document.ts';
import type { CityTable } from '../data/open-city-table.ts';
import type { ColumnReader } from './column-reader.ts';
import type { ExportColumn, TableRequest } from './protocol.ts';
import type { Handler } from './serve-requests.ts';
import { takeSteps } from './take-steps.ts';

/** Handlers of lists of rows. */
export interface RowHandlers {
  listRows: Handler<'listRows'>;
  exportRows: Handler<'exportRows'>;
}

type Columns = Map<keyof ElementRow, readonly unknown[]>;

const ROWS_PER_STEP = 2_000;
const CANCELLED: Issue = { code: 'worker.cancelled', severity: 'note', place: {} };

function findAbsent(rows: Uint32Array, table: CityTable, file: string): Outcome<never> | null {
  const index = rows.find((row) => row >= table.rows);
  if (index === undefined) return null;
  return { ok: false, issue: { code: 'table.noRow', severity: 'error', place: { file }, values: { index } } };
}

function tell(value: unknown, words: ExportColumn['words']): ReportValue {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? (words?.[value] ?? value) : null;
}

function* writeCsv(rows: Uint32Array, columns: readonly ExportColumn[], read: Columns): Generator<void, string[]> {
  const table: Omit<ReportTable, 'rows'> = {
    id: 'rows',
    caption: '',
    columns: columns.map(({ name, label }) => ({ key: name, label, kind: 'text' })),
    totals: [],
    printedRows: 0,
    flaggedRows: [],
  };
  const parts = [formatCsv({ ...table, rows: [] })];
  const headLength = parts[0]!.length;
  for (let from = 0; from < rows.length; from += ROWS_PER_STEP) {
    const cells = [...rows.subarray(from, from + ROWS_PER_STEP)].map((row) =>
      Object.fromEntries(
        columns.map(({ name, words }) => [name, name === 'row' ? row : tell(read.get(name)?.[row], words)]),
      ),
    );
    parts.push(formatCsv({ ...table, rows: cells }).slice(headLength));
    yield;
  }
  return parts;
}

/** Handlers over columns that are read once: a list is scrolled through, and a page must not read files again. */
export function createRowHandlers(
  open: (request: TableRequest) => Promise<Outcome<CityTable>>,
  readColumn: ColumnReader,
): RowHandlers {
  async function readColumns(
    request: TableRequest & { rows: Uint32Array },
    names: readonly (keyof ElementRow)[],
  ): Promise<Outcome<Columns>> {
    const table = await open(request);
    if (!table.ok) return table;
    const absent = findAbsent(request.rows, table.value, request.tableUrl);
    if (absent) return absent;
    const read: Columns = new Map();
    for (const name of names) {
      // The number of a row is its place.
      if (name === 'row') continue;
      const column = await readColumn(table.value, name);
      if (!column.ok) return column;
      read.set(name, column.value);
    }
    return { ok: true, value: read };
  }

  return {
    async listRows(request) {
      const read = await readColumns(request, SUMMARY_COLUMNS);
      if (!read.ok) return read;
      const value = [...request.rows].map((row) => {
        const cells = SUMMARY_COLUMNS.map((name) => [name, read.value.get(name)?.[row] ?? null]);
        return { row, ...Object.fromEntries(cells) } as RowSummary;
      });
      return { ok: true, value };
    },
    async exportRows(request, { signal }) {
      const read = await readColumns(
        request,
        request.columns.map(({ name }) => name),
      );
      if (!read.ok) return read;
      const written = await takeSteps(writeCsv(request.rows, request.columns, read.value), signal);
      if (!written) return { ok: false, issue: CANCELLED };
      return { ok: true, value: new TextEncoder().encode(written.value.join('')) };
    },
  };
}
