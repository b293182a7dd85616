import { crsOfPrj } from '../formats/prj.ts';
import { findCrs } from './crs-registry.ts';

/** Ellipsoid, datum and name of the geographic system that a CRS stands on, as ESRI and OGC write them. */
interface GeographicNames {
  pattern: RegExp;
  code: number;
  esri: string;
  datum: string;
  spheroid: string;
}

const GEOGRAPHIC: readonly GeographicNames[] = [
  {
    pattern: /^CGCS2000/,
    code: 4490,
    esri: 'GCS_China_Geodetic_Coordinate_System_2000',
    datum: 'D_China_2000',
    spheroid: 'SPHEROID["CGCS2000",6378137.0,298.257222101]',
  },
  {
    pattern: /^ETRS89/,
    code: 4258,
    esri: 'GCS_ETRS_1989',
    datum: 'D_ETRS_1989',
    spheroid: 'SPHEROID["GRS_1980",6378137.0,298.257222101]',
  },
  {
    pattern: /^NAD83/,
    code: 4269,
    esri: 'GCS_North_American_1983',
    datum: 'D_North_American_1983',
    spheroid: 'SPHEROID["GRS_1980",6378137.0,298.257222101]',
  },
  {
    pattern: /^JGD2011/,
    code: 6668,
    esri: 'GCS_JGD_2011',
    datum: 'D_JGD_2011',
    spheroid: 'SPHEROID["GRS_1980",6378137.0,298.257222101]',
  },
  {
    pattern: /^Amersfoort/,
    code: 4289,
    esri: 'GCS_Amersfoort',
    datum: 'D_Amersfoort',
    spheroid: 'SPHEROID["Bessel_1841",6377397.155,299.1528128]',
  },
  {
    pattern: /^WGS 84/,
    code: 4326,
    esri: 'GCS_WGS_1984',
    datum: 'D_WGS_1984',
    spheroid: 'SPHEROID["WGS_1984",6378137.0,298.257223563]',
  },
];

const PROJECTIONS: Record<string, string> = {
  tmerc: 'Transverse_Mercator',
  utm: 'Transverse_Mercator',
  lcc: 'Lambert_Conformal_Conic_2SP',
  sterea: 'Oblique_Stereographic',
};

/** PROJ parameter → WKT parameter, in the order they are written. */
const PARAMETERS: readonly (readonly [string, string])[] = [
  ['x_0', 'False_Easting'],
  ['y_0', 'False_Northing'],
  ['lon_0', 'Central_Meridian'],
  ['lat_1', 'Standard_Parallel_1'],
  ['lat_2', 'Standard_Parallel_2'],
  ['k', 'Scale_Factor'],
  ['lat_0', 'Latitude_Of_Origin'],
];

function readParameters(proj4: string): Record<string, string> {
  const pairs = [...proj4.matchAll(/\+(\w+)(?:=(\S+))?/g)].map((match) => [match[1]!, match[2] ?? ''] as const);
  const read: Record<string, string> = Object.fromEntries(pairs);
  if (read.proj !== 'utm') return read;
  const south = 'south' in read;
  return {
    ...read,
    lat_0: '0',
    lon_0: String(Number(read.zone) * 6 - 183),
    k: '0.9996',
    x_0: '500000',
    y_0: south ? '10000000' : '0',
  };
}

/** ESRI's name of a projected system: what software without EPSG tables goes by. */
function esriName(name: string): string {
  return name
    .replace(/^CGCS2000 \/ 3-degree Gauss-Kruger /, 'CGCS2000_3_Degree_GK_')
    .replace(/^CGCS2000 \/ Gauss-Kruger /, 'CGCS2000_GK_')
    .replace(/^CGCS2000_(.*)zone /, 'CGCS2000_$1Zone_')
    .replace(/^WGS 84 \/ UTM zone /, 'WGS_1984_UTM_Zone_')
    .replace(/^ETRS89 \/ UTM zone /, 'ETRS_1989_UTM_Zone_')
    .replace(/^Amersfoort \/ RD New$/, 'RD_New')
    .replace(/[^\w]+/g, '_')
    .replace(/_+$/, '');
}

/**
 * Writes a CRS of the registry as well-known text 1 in ESRI's dialect, for .prj files; with the EPSG authority where the
 * name alone would not be understood when read again.
 * @param code EPSG code.
 * @returns `null` for systems that cannot be written so: unknown, geocentric, Web Mercator.
 * Source: OGC 01-009, ESRI well-known text of coordinate systems.
 */
export function describeWkt(code: string): string | null {
  const entry = findCrs(code);
  const base = GEOGRAPHIC.find(({ pattern }) => entry && pattern.test(entry.name));
  if (!entry || !base || entry.geocentric) return null;
  const geographic = `GEOGCS["${base.esri}",DATUM["${base.datum}",${base.spheroid}],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
  if (entry.geographic) return geographic;
  const read = readParameters(entry.proj4);
  const projection = PROJECTIONS[read.proj ?? ''];
  if (!projection) return null;
  const meters = 1 / entry.unitMeters;
  const parameters = PARAMETERS.flatMap(([key, name]) => {
    const value = read[key];
    if (value === undefined) return [];
    // False origins are metres in PROJ and units of the system here.
    const number = key === 'x_0' || key === 'y_0' ? Number(value) * meters : Number(value);
    return [`PARAMETER["${name}",${number}]`];
  });
  const unit = entry.unitMeters === 1 ? 'UNIT["Meter",1.0]' : `UNIT["Foot_US",${entry.unitMeters}]`;
  const body = `PROJCS["${esriName(entry.name)}",${geographic},PROJECTION["${projection}"],${parameters.join(',')},${unit}`;
  const plain = `${body}]`;
  return crsOfPrj(plain) === entry.code ? plain : `${body},AUTHORITY["EPSG","${entry.code.slice(5)}"]]`;
}
