import type { SqlJsStatic } from 'sql.js';
import type { Outcome } from '../core/city/issue.ts';
import { createProjection } from '../core/crs/projection.ts';
import { formatZonesGeojson } from '../core/zones/exchange/format-zones-geojson.ts';
import { formatZonesKml } from '../core/zones/exchange/format-zones-kml.ts';
import type { Zone } from '../core/zones/zone.ts';
import { writeGeopackage } from './write-zones-geopackage.ts';
import { writeShapefile } from './write-zones-shapefile.ts';

interface ZoneFileRequest {
  format: 'geojson' | 'shapefile' | 'geopackage' | 'kml';
  /** EPSG code; GeoJSON and KML are in longitude and latitude whatever it says. */
  crs: string;
  /** Name of the document, for KML. */
  title: string;
  zones: Zone[];
}

/** A written file, and how many texts per column its format could not hold in full. */
interface WrittenFile {
  bytes: Uint8Array;
  cut: { column: string; count: number }[];
}

/** Writes zones in a format of exchange. Errors: those of `createProjection`. */
export async function writeZoneFile(
  { format, crs, title, zones }: ZoneFileRequest,
  loadSqlite: () => Promise<SqlJsStatic>,
): Promise<Outcome<WrittenFile>> {
  const whole = (bytes: Uint8Array): Outcome<WrittenFile> => ({ ok: true, value: { bytes, cut: [] } });
  if (format === 'geojson') return whole(new TextEncoder().encode(formatZonesGeojson(zones)));
  if (format === 'kml') return whole(new TextEncoder().encode(formatZonesKml(zones, title)));
  const projection = createProjection(crs);
  if (!projection.ok) return projection;
  if (format === 'geopackage') return whole(writeGeopackage(await loadSqlite(), zones, projection.value));
  return { ok: true, value: writeShapefile(zones, projection.value) };
}
