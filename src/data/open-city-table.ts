import { type FileMetaData, parquetMetadataAsync, parquetRead, parquetReadObjects } from 'hyparquet';
import type { ElementRow } from '../core/city/element-row.ts';
import type { Issue, Outcome } from '../core/city/issue.ts';
import { TABLE_COLUMNS } from '../core/city/table-columns.ts';
import { nameOfUrl } from './fetch-body.ts';
import { openRemoteFile, type RemoteFile, RemoteFileError } from './open-remote-file.ts';

/** A city table on a server; columns and rows are read when asked for. */
export interface CityTable {
  rows: number;
  columns: string[];
  /** All values of one column in row order; `null` = unknown; geometry as well-known binary. */
  readColumn(name: string): Promise<Outcome<unknown[]>>;
  /** Full rows without geometry, in the order asked; `source` and `derived` stay text. Errors: `table.noRow`. */
  readRows(rows: readonly number[]): Promise<Outcome<ElementRow[]>>;
}

/** Raw WKB, text as stored: nothing is parsed that nobody asked for. */
const RAW = { geoparquet: false, utf8: false } as const;
const ROW_COLUMNS = TABLE_COLUMNS.map((column) => column.name).filter((name) => name !== 'geometry');

function explain(error: unknown, file: string): Issue {
  if (error instanceof RemoteFileError) return error.issue;
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'table.unreadable', severity: 'error', place: { file }, values: { detail } };
}

async function attempt<T>(file: string, read: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await read() };
  } catch (error) {
    return { ok: false, issue: explain(error, file) };
  }
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : (value ?? null);
}

async function readColumn(remote: RemoteFile, metadata: FileMetaData, name: string): Promise<unknown[]> {
  const values = new Array<unknown>(Number(metadata.num_rows)).fill(null);
  await parquetRead({
    ...RAW,
    file: remote,
    metadata,
    columns: [name],
    onChunk: ({ columnData, rowStart }) => {
      for (let index = 0; index < columnData.length; index += 1) values[rowStart + index] = plain(columnData[index]);
    },
  });
  return values;
}

async function readRow(remote: RemoteFile, metadata: FileMetaData, row: number): Promise<ElementRow | null> {
  const options = { ...RAW, file: remote, metadata, columns: ROW_COLUMNS, rowStart: row, rowEnd: row + 1 };
  const [found] = await parquetReadObjects(options);
  if (!found) return null;
  return Object.fromEntries(ROW_COLUMNS.map((name) => [name, plain(found[name])])) as unknown as ElementRow;
}

/**
 * Opens a city table (Parquet) by its footer.
 * Errors: those of `openRemoteFile`, `table.unreadable` (value `detail`) when it is no whole Parquet file, `table.noColumn`
 * (value `column`) when a column of the package contract is missing.
 */
export async function openCityTable(url: string): Promise<Outcome<CityTable>> {
  const file = nameOfUrl(url);
  const remote = await openRemoteFile(url, 'Parquet');
  if (!remote.ok) return remote;
  const footer = await attempt(file, () => parquetMetadataAsync(remote.value, { geoparquet: false }));
  if (!footer.ok) return footer;
  const metadata = footer.value;
  const rows = Number(metadata.num_rows);
  const columns = metadata.schema.slice(1).map((column) => column.name);
  const missing = TABLE_COLUMNS.find((column) => !columns.includes(column.name));
  if (missing) {
    const values = { column: missing.name };
    return { ok: false, issue: { code: 'table.noColumn', severity: 'error', place: { file }, values } };
  }
  return {
    ok: true,
    value: {
      rows,
      columns,
      readColumn: (name) => attempt(file, () => readColumn(remote.value, metadata, name)),
      async readRows(wanted) {
        const found: ElementRow[] = [];
        for (const index of wanted) {
          const within = Number.isInteger(index) && index >= 0 && index < rows;
          const row = within
            ? await attempt(file, () => readRow(remote.value, metadata, index))
            : { ok: true as const, value: null };
          if (!row.ok) return row;
          if (!row.value) {
            return { ok: false, issue: { code: 'table.noRow', severity: 'error', place: { file }, values: { index } } };
          }
          found.push(row.value);
        }
        return { ok: true, value: found };
      },
    },
  };
}
