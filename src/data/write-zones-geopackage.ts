import type { Database, SqlJsStatic } from 'sql.js';
import { describeWkt } from '../core/crs/describe-wkt.ts';
import type { Projection } from '../core/crs/projection.ts';
import { encodeGeopackageGeometry } from '../core/zones/exchange/geopackage-geometry.ts';
import { projectShape } from '../core/zones/exchange/project-shape.ts';
import { ZONE_COLUMNS } from '../core/zones/exchange/zone-table.ts';
import type { Zone } from '../core/zones/zone.ts';

/** "GPKG" and version 1.2.0, as the header of the database states them. */
const APPLICATION_ID = 0x47504b47;
const VERSION = 10_200;

const TABLES = `
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
`;

const WGS84 = describeWkt('EPSG:4326') ?? 'undefined';

function writeSystems(database: Database, projection: Projection, srsId: number): void {
  const put = 'INSERT OR REPLACE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)';
  database.run(put, ['Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', null]);
  database.run(put, ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null]);
  database.run(put, ['WGS 84 geodetic', 4326, 'EPSG', 4326, WGS84, null]);
  const definition = describeWkt(projection.code) ?? 'undefined';
  database.run(put, [projection.name, srsId, 'EPSG', srsId, definition, null]);
}

function writeRows(database: Database, zones: readonly Zone[], projection: Projection, srsId: number): void {
  const marks = ZONE_COLUMNS.map(() => '?').join(', ');
  const names = ZONE_COLUMNS.map(({ name }) => `"${name}"`).join(', ');
  const statement = database.prepare(`INSERT INTO zones (geom, ${names}) VALUES (?, ${marks})`);
  const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
  for (const zone of zones) {
    const shape = projectShape(zone, projection);
    for (const [x, y] of shape.flat(2)) {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    }
    statement.run([encodeGeopackageGeometry(shape, srsId), ...ZONE_COLUMNS.map(({ read }) => read(zone.properties))]);
  }
  statement.free();
  database.run('UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?', box);
}

/**
 * Writes zones as a GeoPackage with one feature table `zones` in the given CRS.
 * Source: OGC 12-128r18 (GeoPackage 1.2). Limits: no spatial index; readers make one when they want it.
 */
export function writeGeopackage(sqlite: SqlJsStatic, zones: readonly Zone[], projection: Projection): Uint8Array {
  const srsId = Number(projection.code.slice('EPSG:'.length));
  const database = new sqlite.Database();
  try {
    database.run(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${VERSION};`);
    database.run(TABLES);
    writeSystems(database, projection, srsId);
    const columns = ZONE_COLUMNS.map(({ name, kind }) => `"${name}" ${kind === 'text' ? 'TEXT' : 'DOUBLE'}`).join(', ');
    database.run(`CREATE TABLE zones (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, ${columns})`);
    const content =
      "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('zones', 'features', 'zones', ?)";
    database.run(content, [srsId]);
    database.run("INSERT INTO gpkg_geometry_columns VALUES ('zones', 'geom', 'MULTIPOLYGON', ?, 0, 0)", [srsId]);
    database.run('BEGIN');
    writeRows(database, zones, projection, srsId);
    database.run('COMMIT');
    return database.export();
  } finally {
    database.close();
  }
}
