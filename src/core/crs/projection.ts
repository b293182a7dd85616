import proj4 from 'proj4';
import type { Extent } from '../city/city-manifest.ts';
import type { Outcome } from '../city/issue.ts';
import type { LonLat, ProjectedXY } from '../geometry/coordinates.ts';
import { findCrs } from './crs-registry.ts';

/** A coordinate reference system ready to convert; GIS axis order (x = east, y = north) on both sides. */
export interface Projection {
  /** As asked, e.g. `EPSG:4547`. */
  code: string;
  name: string;
  /** True when x, y are degrees of longitude and latitude. */
  geographic: boolean;
  /** True when the authority's axis order is northing/latitude first (matters for GML only). */
  northFirst: boolean;
  /** Area of use: west, south, east, north in degrees. */
  areaOfUse: Extent;
  /** Metres per unit of x and y; 1 for degrees. */
  unitMeters: number;
  /** What the third coordinate is, when the CRS says so: the ellipsoid or an EPSG vertical CRS. */
  vertical: 'ellipsoidal' | `EPSG:${number}` | null;
  toLonLat(x: number, y: number): LonLat;
  fromLonLat(lon: number, lat: number): ProjectedXY;
}

/**
 * Prepares the conversion between a CRS and longitude/latitude in degrees.
 * @param code EPSG code (`EPSG:4547`), OGC URN or URL; compound codes use their horizontal part.
 * Errors: `crs.unknown` when the code is not in the registry, `crs.geocentric` for earth-centred x, y, z.
 */
export function createProjection(code: string): Outcome<Projection> {
  const entry = findCrs(code);
  if (!entry) return { ok: false, issue: { code: 'crs.unknown', severity: 'error', place: {}, values: { crs: code } } };
  if (entry.geocentric) {
    return { ok: false, issue: { code: 'crs.geocentric', severity: 'error', place: {}, values: { crs: code } } };
  }
  const converter = entry.geographic ? null : proj4(entry.proj4);
  return {
    ok: true,
    value: {
      code: entry.code,
      name: entry.name,
      geographic: entry.geographic,
      northFirst: entry.northFirst,
      areaOfUse: entry.areaOfUse,
      unitMeters: entry.unitMeters,
      vertical: entry.vertical ?? null,
      toLonLat: (x, y) => (converter ? (converter.inverse([x, y]) as [number, number]) : [x, y]),
      fromLonLat: (lon, lat) => (converter ? (converter.forward([lon, lat]) as [number, number]) : [lon, lat]),
    },
  };
}
