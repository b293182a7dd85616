import Papa from 'papaparse';
import type { Issue, IssuePlace, Outcome } from '../../src/core/city/issue.ts';
import type { SourceRecord, SourceRecords } from '../../src/core/formats/source-record.ts';
import { decodeText } from './text-encoding.ts';

const LON_COLUMNS = ['lon', 'lng', 'longitude', '经度', '経度'];
const LAT_COLUMNS = ['lat', 'latitude', '纬度', '緯度'];
const X_COLUMNS = ['x', 'easting', '东坐标'];
const Y_COLUMNS = ['y', 'northing', '北坐标'];

/** Points of a CSV file; `degrees` when the columns are named longitude and latitude. */
export interface CsvPoints extends SourceRecords {
  columns: string[];
  degrees: boolean;
}

function pick(columns: readonly string[], names: readonly string[], mapped: string | undefined): string | null {
  if (mapped !== undefined) return columns.includes(mapped) ? mapped : null;
  return columns.find((column) => names.includes(column.trim().toLowerCase())) ?? null;
}

/**
 * Reads points from CSV with a header line; UTF-8 (BOM allowed) or GBK, else Shift JIS. Rows are counted from 1 without
 * the header; values stay text.
 * @param mapped Columns of x and y when the recipe names them (`lon`, `lat`).
 * Errors: `csv.noCoordinates` when no pair of coordinate columns is there. Reports `csv.fieldCount` for rows with fewer or
 * more fields than the header (kept), `text.encodingGuessed`.
 */
export function parseCsvPoints(
  bytes: Uint8Array,
  mapped: { lon?: string | undefined; lat?: string | undefined },
  expectedColumns: readonly string[],
  place: IssuePlace,
  report: (issue: Issue) => void,
): Outcome<CsvPoints> {
  const decoded = decodeText(bytes, [...expectedColumns, ...LON_COLUMNS, ...LAT_COLUMNS]);
  if (decoded.guessed) {
    report({ code: 'text.encodingGuessed', severity: 'note', place, values: { encoding: decoded.encoding } });
  }
  const parsed = Papa.parse<Record<string, string>>(decoded.text, { header: true, skipEmptyLines: 'greedy' });
  for (const error of parsed.errors) {
    if (error.row === undefined || error.type === 'Delimiter') continue;
    report({ code: 'csv.fieldCount', severity: 'warning', place: { ...place, row: error.row + 1 } });
  }
  const columns = parsed.meta.fields ?? [];
  const lon = pick(columns, LON_COLUMNS, mapped.lon);
  const lat = pick(columns, LAT_COLUMNS, mapped.lat);
  const x = lon ?? pick(columns, X_COLUMNS, mapped.lon);
  const y = lat ?? pick(columns, Y_COLUMNS, mapped.lat);
  if (x === null || y === null) {
    const values = { columns: columns.slice(0, 12).join(', ') };
    return { ok: false, issue: { code: 'csv.noCoordinates', severity: 'error', place, values } };
  }
  const records = parsed.data.map((row, index): SourceRecord => {
    const [east, north] = [row[x], row[y]].map((text) => (text?.trim() ? Number(text) : Number.NaN));
    return { row: index + 1, id: null, properties: row, geometry: { type: 'Point', coordinates: [east, north] } };
  });
  return { ok: true, value: { records, crs: null, columns, degrees: lon !== null && lat !== null } };
}
