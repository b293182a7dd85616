import { readFile } from 'node:fs/promises';
import { parquetReadObjects } from 'hyparquet';
import type { Outcome } from '../../src/core/city/issue.ts';
import { TABLE_COLUMNS } from '../../src/core/city/table-columns.ts';
import { decodeWkb } from '../../src/core/geometry/wkb.ts';
import type { TableRow } from './table-row.ts';

/** A row as stored, with `geometry` decoded where its bytes are sound. */
export interface StoredRow extends Omit<TableRow, 'geometry'> {
  /** `null` when the stored bytes are no valid polygon. */
  geometry: TableRow['geometry'] | null;
}

function readValue(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : (value ?? null);
}

/**
 * Reads a whole city table.
 * @param file Path of a `.parquet` file written by `encodeTable`.
 * Errors: `table.unreadable` (value `detail`) when the file is no Parquet, is cut, or lacks a column.
 */
export async function readTable(file: string): Promise<Outcome<StoredRow[]>> {
  const bytes = await readFile(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  try {
    const columns = TABLE_COLUMNS.map((column) => column.name);
    const objects = await parquetReadObjects({ file: buffer as ArrayBuffer, columns, geoparquet: false, utf8: false });
    const rows = objects.map((object) => {
      const entries = TABLE_COLUMNS.map(({ name }) => [name, readValue(object[name])] as const);
      const row = Object.fromEntries(entries) as unknown as StoredRow & { geometry: unknown };
      return { ...row, geometry: row.geometry instanceof Uint8Array ? decodeWkb(row.geometry) : null };
    });
    return { ok: true, value: rows };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, issue: { code: 'table.unreadable', severity: 'error', place: { file }, values: { detail } } };
  }
}
