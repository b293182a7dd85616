import { type BasicType, type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { TABLE_COLUMNS, type TableColumn } from '../../src/core/city/table-columns.ts';
import { encodeWkb } from '../../src/core/geometry/wkb.ts';
import type { TableRow } from './table-row.ts';

/** Rows per row group: small enough to fetch a part by HTTP range, large enough to compress. */
const ROWS_PER_GROUP = 8192;

const PARQUET_TYPES: Record<TableColumn['type'], BasicType> = {
  int: 'INT32',
  double: 'DOUBLE',
  text: 'STRING',
  json: 'JSON',
  wkb: 'BYTE_ARRAY',
};

function collectColumn(column: TableColumn, rows: readonly TableRow[]): ColumnSource {
  const options = {
    name: column.name,
    type: PARQUET_TYPES[column.type],
    nullable: column.nullable,
    encoding: 'PLAIN',
  } as const;
  if (column.name === 'geometry')
    return { ...options, data: rows.map((row) => encodeWkb(row.geometry)), statistics: false };
  const { name } = column;
  if (column.type === 'double' && !column.nullable) {
    return { ...options, data: Float64Array.from(rows, (row) => row[name] as number) };
  }
  if (column.type === 'json')
    return { ...options, type: 'STRING', data: rows.map((row) => row[name]), statistics: false };
  return { ...options, data: rows.map((row) => row[name]) };
}

/** GeoParquet 1.1.0 "geo" metadata: the footprint is the primary geometry, in longitude and latitude (OGC:CRS84). */
function describeGeometry(rows: readonly TableRow[]): string {
  const types = new Set(rows.map((row) => (row.geometry.length === 1 ? 'Polygon' : 'MultiPolygon')));
  const bbox = [
    rows.reduce((least, row) => Math.min(least, row.xmin), 180),
    rows.reduce((least, row) => Math.min(least, row.ymin), 90),
    rows.reduce((most, row) => Math.max(most, row.xmax), -180),
    rows.reduce((most, row) => Math.max(most, row.ymax), -90),
  ];
  const geometry = {
    encoding: 'WKB',
    geometry_types: [...types].sort(),
    orientation: 'counterclockwise',
    edges: 'planar',
    ...(rows.length > 0 ? { bbox } : {}),
  };
  return JSON.stringify({ version: '1.1.0', primary_column: 'geometry', columns: { geometry } });
}

/**
 * Encodes a city table as GeoParquet 1.1: columns of TABLE_COLUMNS, plain encoding, snappy pages; equal rows give
 * equal bytes.
 * @param rows In row order, `row` = position.
 */
export function encodeTable(rows: readonly TableRow[]): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: TABLE_COLUMNS.map((column) => collectColumn(column, rows)),
    rowGroupSize: ROWS_PER_GROUP,
    kvMetadata: [{ key: 'geo', value: describeGeometry(rows) }],
    createdBy: 'cim-city-viewer',
  });
  return new Uint8Array(buffer);
}
