import type { Extent } from '../city/city-manifest.ts';
import type { CrsEntry } from './crs-entry.ts';
import { findCrsFamilyMember } from './crs-families.ts';

const WORLD: Extent = [-180, -90, 180, 90];
const CHINA: Extent = [73.62, 16.7, 134.77, 53.56];
const JAPAN: Extent = [122.38, 17.09, 157.65, 46.05];
const NETHERLANDS: Extent = [3.2, 50.75, 7.22, 53.7];
const LONGLAT = '+proj=longlat +ellps=GRS80 +no_defs';
const US_SURVEY_FOOT_METERS = 1200 / 3937;

function geographic(
  code: number,
  name: string,
  areaOfUse: Extent,
  vertical?: NonNullable<CrsEntry['vertical']>,
): CrsEntry {
  return {
    code: `EPSG:${code}`,
    name,
    proj4: LONGLAT,
    geographic: true,
    northFirst: true,
    areaOfUse,
    unitMeters: 1,
    ...(vertical ? { vertical } : {}),
  };
}

function projected(code: number, name: string, proj4: string, areaOfUse: Extent, unitMeters = 1): CrsEntry {
  return { code: `EPSG:${code}`, name, proj4, geographic: false, northFirst: false, areaOfUse, unitMeters };
}

const RD_NEW = projected(
  28992,
  'Amersfoort / RD New',
  '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.2369,50.0087,465.658,-0.406857330322398,0.350732676542563,-1.8703473836068,4.0812 +units=m +no_defs',
  NETHERLANDS,
);

const FIXED: readonly CrsEntry[] = [
  geographic(4326, 'WGS 84', WORLD),
  geographic(4979, 'WGS 84 (3D)', WORLD, 'ellipsoidal'),
  geographic(4490, 'CGCS2000', CHINA),
  geographic(4480, 'CGCS2000 (3D)', CHINA, 'ellipsoidal'),
  { ...geographic(4479, 'CGCS2000 (geocentric)', CHINA), geographic: false, northFirst: false, geocentric: true },
  geographic(4258, 'ETRS89', [-16.1, 32.88, 40.18, 84.73]),
  geographic(4269, 'NAD83', [-179.9, 14.92, -40.73, 86.45]),
  geographic(6668, 'JGD2011', JAPAN),
  geographic(6697, 'JGD2011 + JGD2011 (vertical) height', JAPAN, 'EPSG:6695'),
  RD_NEW,
  { ...RD_NEW, code: 'EPSG:7415', name: 'Amersfoort / RD New + NAP height', vertical: 'EPSG:5709' },
  projected(
    3857,
    'WGS 84 / Pseudo-Mercator',
    '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
    [-180, -85.06, 180, 85.06],
  ),
  projected(
    2263,
    'NAD83 / New York Long Island (ftUS)',
    '+proj=lcc +lat_0=40.1666666666667 +lon_0=-74 +lat_1=41.0333333333333 +lat_2=40.6666666666667 +x_0=300000 +y_0=0 +ellps=GRS80 +units=us-ft +no_defs',
    [-74.26, 40.47, -71.8, 41.3],
    US_SURVEY_FOOT_METERS,
  ),
  projected(
    3547,
    'NAD83(NSRS2007) / Kentucky Single Zone (ftUS)',
    '+proj=lcc +lat_0=36.3333333333333 +lon_0=-85.75 +lat_1=37.0833333333333 +lat_2=38.6666666666667 +x_0=1500000 +y_0=999999.9998984 +ellps=GRS80 +units=us-ft +no_defs',
    [-89.57, 36.49, -81.95, 39.15],
    US_SURVEY_FOOT_METERS,
  ),
];

/**
 * Finds a CRS by EPSG code in any usual writing: `EPSG:4547`, `urn:ogc:def:crs:EPSG::4547`, an opengis URL, `CRS84`
 * in any of them, a compound of two codes (`EPSG:28992+5709`).
 * Limits: WGS 84, CGCS2000, ETRS89, NAD83 and JGD2011 are taken as one datum (they differ by less than 2 m).
 * @returns `null` when the code is not known here.
 */
export function findCrs(text: string): CrsEntry | null {
  const trimmed = text.trim();
  if (/CRS:?84(h?)$/i.test(trimmed)) return findCrs('EPSG:4326');
  const compound =
    /EPSG:(?:[\d.]*:)?(\d{4,5})(?:\+|,crs:)(?:EPSG:(?:[\d.]*:)?)?(\d{4,5})$/i.exec(trimmed) ??
    /crs-compound\?1=\S*?\/(\d{4,5})&2=\S*?\/(\d{4,5})$/i.exec(trimmed);
  if (compound) {
    const horizontal = findCrs(`EPSG:${compound[1]}`);
    return horizontal && { ...horizontal, vertical: `EPSG:${Number(compound[2])}` };
  }
  const digits = /(?:^|[:/#])(\d{4,5})\/?$/.exec(trimmed)?.[1];
  if (!digits) return null;
  const code = Number(digits);
  return FIXED.find((entry) => entry.code === `EPSG:${code}`) ?? findCrsFamilyMember(code);
}
