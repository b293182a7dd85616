import type { CrsEntry } from './crs-entry.ts';

const CHINA_SOUTH = 16.7;
const CHINA_NORTH = 53.56;

/**
 * CGCS2000 Gauss-Krüger. 6-degree zones: 4491–4501 with zone prefix (13–23), 4502–4512 without; 3-degree zones:
 * 4513–4533 with prefix (25–45), 4534–4554 without (GB/T 17798, EPSG).
 */
function cgcsEntry(code: number): CrsEntry | null {
  if (code < 4491 || code > 4554) return null;
  const sixDegree = code <= 4512;
  const index = sixDegree ? (code - 4491) % 11 : (code - 4513) % 21;
  const prefixed = sixDegree ? code <= 4501 : code <= 4533;
  const zone = index + (sixDegree ? 13 : 25);
  const meridian = sixDegree ? zone * 6 - 3 : zone * 3;
  const falseEasting = prefixed ? zone * 1_000_000 + 500_000 : 500_000;
  const family = `CGCS2000 / ${sixDegree ? '' : '3-degree '}Gauss-Kruger`;
  const halfWidth = sixDegree ? 3 : 1.5;
  return {
    code: `EPSG:${code}`,
    name: prefixed ? `${family} zone ${zone}` : `${family} CM ${meridian}E`,
    proj4: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
    geographic: false,
    northFirst: true,
    areaOfUse: [meridian - halfWidth, CHINA_SOUTH, meridian + halfWidth, CHINA_NORTH],
    unitMeters: 1,
  };
}

/** UTM: WGS 84 north 32601–32660 and south 32701–32760, ETRS89 25828–25838. */
function utmEntry(code: number): CrsEntry | null {
  const south = code >= 32701 && code <= 32760;
  const etrs = code >= 25828 && code <= 25838;
  if (!south && !etrs && (code < 32601 || code > 32660)) return null;
  const zone = code - (south ? 32700 : etrs ? 25800 : 32600);
  const meridian = zone * 6 - 183;
  return {
    code: `EPSG:${code}`,
    name: `${etrs ? 'ETRS89' : 'WGS 84'} / UTM zone ${zone}${south ? 'S' : 'N'}`,
    proj4: `+proj=utm +zone=${zone} ${south ? '+south ' : ''}+ellps=${etrs ? 'GRS80' : 'WGS84'} +units=m +no_defs`,
    geographic: false,
    northFirst: false,
    areaOfUse: [meridian - 3, south ? -80 : 0, meridian + 3, south ? 0 : 84],
    unitMeters: 1,
  };
}

/** Origins (latitude, longitude) and areas of use of the nineteen Japan plane rectangular systems, I to XIX. */
const JAPAN_SYSTEMS: readonly [lat: number, lon: number, west: number, south: number, east: number, north: number][] = [
  [33, 129.5, 128.17, 26.96, 130.46, 34.74],
  [33, 131, 129.76, 30.18, 132.05, 33.99],
  [36, 132 + 1 / 6, 130.81, 33.72, 133.49, 36.38],
  [33, 133.5, 131.95, 32.69, 134.81, 34.45],
  [36, 134 + 1 / 3, 133.13, 34.13, 135.47, 35.71],
  [36, 136, 134.86, 33.4, 136.99, 36.33],
  [36, 137 + 1 / 6, 136.22, 34.51, 137.84, 37.58],
  [36, 138.5, 137.32, 34.54, 139.91, 38.58],
  [36, 139 + 5 / 6, 138.4, 29.31, 141.11, 37.98],
  [40, 140 + 5 / 6, 139.49, 37.73, 142.14, 41.58],
  [44, 140.25, 139.34, 41.34, 141.46, 43.42],
  [44, 142.25, 140.89, 42.15, 143.61, 45.54],
  [44, 144.25, 142.61, 41.87, 145.87, 44.4],
  [26, 142, 141.2, 24.67, 142.33, 27.8],
  [26, 127.5, 126.63, 26.02, 128.4, 26.91],
  [26, 124, 122.83, 23.98, 125.51, 24.94],
  [26, 131, 131.12, 24.4, 131.38, 26.01],
  [20, 136, 136.02, 20.37, 136.16, 20.48],
  [26, 154, 153.91, 24.22, 154.05, 24.35],
];

/** JGD2011 plane rectangular systems I–XIX: 6669–6687. */
function japanEntry(code: number): CrsEntry | null {
  const system = JAPAN_SYSTEMS[code - 6669];
  if (!system) return null;
  const [lat, lon, west, south, east, north] = system;
  return {
    code: `EPSG:${code}`,
    name: `JGD2011 / Japan Plane Rectangular CS ${code - 6668}`,
    proj4: `+proj=tmerc +lat_0=${lat} +lon_0=${lon} +k=0.9999 +x_0=0 +y_0=0 +ellps=GRS80 +units=m +no_defs`,
    geographic: false,
    northFirst: true,
    areaOfUse: [west, south, east, north],
    unitMeters: 1,
  };
}

/** The systems that come in numbered zones, by EPSG number; `null` when the number belongs to none of them. */
export function findCrsFamilyMember(code: number): CrsEntry | null {
  return cgcsEntry(code) ?? utmEntry(code) ?? japanEntry(code);
}
