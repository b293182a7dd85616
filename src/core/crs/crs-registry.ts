import type { Extent } from '../city/city-manifest.ts';

/** What is needed to convert one CRS; facts of the EPSG dataset. */
export interface CrsEntry {
  code: string;
  name: string;
  proj4: string;
  geographic: boolean;
  northFirst: boolean;
  areaOfUse: Extent;
  /** EPSG code of the height part of a compound CRS. */
  verticalCode?: string;
}

const WORLD: Extent = [-180, -90, 180, 90];
const LONGLAT = '+proj=longlat +ellps=GRS80 +no_defs';

const FIXED: readonly CrsEntry[] = [
  { code: 'EPSG:4326', name: 'WGS 84', proj4: LONGLAT, geographic: true, northFirst: true, areaOfUse: WORLD },
  {
    code: 'EPSG:4490',
    name: 'CGCS2000',
    proj4: LONGLAT,
    geographic: true,
    northFirst: true,
    areaOfUse: [73.62, 16.7, 134.77, 53.56],
  },
  {
    code: 'EPSG:28992',
    name: 'Amersfoort / RD New',
    proj4:
      '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.2369,50.0087,465.658,-0.406857330322398,0.350732676542563,-1.8703473836068,4.0812 +units=m +no_defs',
    geographic: false,
    northFirst: false,
    areaOfUse: [3.2, 50.75, 7.22, 53.7],
  },
];

/** CGCS2000 3-degree Gauss-Krüger: 4513–4533 with zone prefix (zones 25–45), 4534–4554 without. */
function cgcsEntry(code: number): CrsEntry | null {
  if (code < 4513 || code > 4554) return null;
  const prefixed = code <= 4533;
  const zone = prefixed ? code - 4488 : code - 4509;
  const meridian = zone * 3;
  const falseEasting = prefixed ? zone * 1_000_000 + 500_000 : 500_000;
  return {
    code: `EPSG:${code}`,
    name: prefixed
      ? `CGCS2000 / 3-degree Gauss-Kruger zone ${zone}`
      : `CGCS2000 / 3-degree Gauss-Kruger CM ${meridian}E`,
    proj4: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
    geographic: false,
    northFirst: true,
    areaOfUse: [meridian - 1.5, 16.7, meridian + 1.5, 53.56],
  };
}

/** WGS 84 / UTM: 32601–32660 north, 32701–32760 south. */
function utmEntry(code: number): CrsEntry | null {
  const south = code >= 32701 && code <= 32760;
  if (!south && (code < 32601 || code > 32660)) return null;
  const zone = code - (south ? 32700 : 32600);
  const meridian = zone * 6 - 183;
  return {
    code: `EPSG:${code}`,
    name: `WGS 84 / UTM zone ${zone}${south ? 'S' : 'N'}`,
    proj4: `+proj=utm +zone=${zone} ${south ? '+south ' : ''}+datum=WGS84 +units=m +no_defs`,
    geographic: false,
    northFirst: false,
    areaOfUse: [meridian - 3, south ? -80 : 0, meridian + 3, south ? 0 : 84],
  };
}

/**
 * Finds a CRS by EPSG code in any usual writing (`EPSG:4547`, `urn:ogc:def:crs:EPSG::4547`, an opengis URL).
 * @returns `null` when the code is not known here.
 */
export function findCrs(text: string): CrsEntry | null {
  const digits = /(\d{4,5})\/?$/.exec(text.trim())?.[1];
  if (!digits) return null;
  const code = Number(digits);
  return FIXED.find((entry) => entry.code === `EPSG:${code}`) ?? cgcsEntry(code) ?? utmEntry(code);
}
