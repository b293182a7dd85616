/** Branded coordinate frames: a position of one frame cannot be passed where another is meant. */

declare const frame: unique symbol;

/** Longitude, latitude in degrees (WGS 84 / CGCS2000). */
export type LonLat = readonly [lon: number, lat: number] & { readonly [frame]?: 'lonlat' };

/** Easting, northing in metres of the project CRS. */
export type ProjectedXY = readonly [x: number, y: number] & { readonly [frame]?: 'projected' };

/** Earth-centred, earth-fixed metres. */
export type Ecef = readonly [x: number, y: number, z: number] & { readonly [frame]?: 'ecef' };

/** Longitude, latitude in degrees and height in metres above the ellipsoid. */
export interface GeodeticPosition {
  lon: number;
  lat: number;
  ellipsoidalHeightMeters: number;
}

/** GeoJSON-like polygon of planar rings: exterior first, closed (first = last). */
export type Polygon2 = readonly (readonly (readonly [number, number])[])[];
export type MultiPolygon2 = readonly Polygon2[];
