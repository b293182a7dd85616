import type { Database, SqlJsStatic, SqlValue } from 'sql.js';
import type { Outcome } from '../core/city/issue.ts';
import type { SourceRecord } from '../core/formats/source-record.ts';
import { readWkbGeometry } from '../core/formats/wkb-geometry.ts';
import { findGeopackageWkb } from '../core/zones/exchange/geopackage-geometry.ts';
import type { SourceLayer } from '../core/zones/exchange/zone-source.ts';

const LAYERS = `SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.srs_name
  FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
  LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id WHERE c.data_type = 'features' ORDER BY c.table_name`;

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

function crsOf(organization: SqlValue, code: SqlValue, name: SqlValue): string | null {
  if (typeof code !== 'number' || code <= 0) return null;
  return String(organization).toUpperCase() === 'EPSG' ? `EPSG:${code}` : String(name ?? code);
}

function toPlain(value: SqlValue): unknown {
  return value instanceof Uint8Array ? `(${value.length} bytes)` : value;
}

function readRecords(database: Database, table: string, column: string, most: number): SourceRecord[] {
  const statement = database.prepare(`SELECT * FROM ${quote(table)} LIMIT ${most}`);
  try {
    const names = statement.getColumnNames();
    const records: SourceRecord[] = [];
    while (statement.step()) {
      const values = statement.get();
      const found = values[names.indexOf(column)];
      const wkb = found instanceof Uint8Array ? findGeopackageWkb(found) : null;
      const properties = names.flatMap((name, index) =>
        name === column ? [] : [[name, toPlain(values[index] ?? null)] as const],
      );
      records.push({
        row: records.length + 1,
        id: null,
        properties: Object.fromEntries(properties),
        geometry: wkb ? readWkbGeometry(wkb) : null,
      });
    }
    return records;
  } finally {
    statement.free();
  }
}

/**
 * Reads the feature layers of a GeoPackage, ordered by name.
 * @param most Records read of each layer at most.
 * Errors: `geopackage.damaged` (no SQLite database, or a damaged one), `geopackage.noLayers` (no feature tables).
 */
export function readGeopackage(
  sqlite: SqlJsStatic,
  bytes: Uint8Array,
  file: string,
  most: number,
): Outcome<SourceLayer[]> {
  const refuse = (code: string, reason: string): Outcome<never> => ({
    ok: false,
    issue: { code, severity: 'error', place: { file }, values: { reason } },
  });
  let database: Database | null = null;
  try {
    database = new sqlite.Database(bytes);
    const found = database.exec("SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_geometry_columns'");
    if (found[0]?.values[0]?.[0] !== 1) return refuse('geopackage.noLayers', '');
    const listed = database.exec(LAYERS)[0]?.values ?? [];
    if (listed.length === 0) return refuse('geopackage.noLayers', '');
    const opened = database;
    const layers = listed.map(
      ([table, column, organization, code, name]): SourceLayer => ({
        name: String(table),
        records: readRecords(opened, String(table), String(column), most),
        declaredCrs: crsOf(organization ?? null, code ?? null, name ?? null),
        impliedCrs: null,
      }),
    );
    return { ok: true, value: layers };
  } catch (error) {
    return refuse('geopackage.damaged', error instanceof Error ? error.message.slice(0, 120) : String(error));
  } finally {
    database?.close();
  }
}
