import type { Extent } from '../city/city-manifest.ts';

/** What is needed to convert one CRS; facts of the EPSG dataset, version 10.076 (as PROJ 9.1 ships it). */
export interface CrsEntry {
  code: string;
  name: string;
  /** PROJ string in GIS axis order; for a compound CRS of its horizontal part. */
  proj4: string;
  geographic: boolean;
  /** The authority writes latitude or northing first; matters for GML only. */
  northFirst: boolean;
  /** West, south, east, north in degrees. */
  areaOfUse: Extent;
  /** Metres per unit of x and y; 1 for degrees. */
  unitMeters: number;
  /** What the third coordinate is: the ellipsoid or the EPSG code of the height part; absent in 2D systems. */
  vertical?: 'ellipsoidal' | `EPSG:${number}`;
  /** Earth-centred x, y, z: known by name, but not a plan coordinate system. */
  geocentric?: true;
}
