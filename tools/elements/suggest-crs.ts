import { createProjection } from '../../src/core/crs/projection.ts';

/** Systems tried by their area of use; zone families without a prefix in the easting are told as a range. */
const TRIED = [
  'EPSG:28992',
  'EPSG:2263',
  'EPSG:3547',
  ...Array.from({ length: 11 }, (_, index) => `EPSG:${4491 + index}`),
];

/**
 * Names likely coordinate systems for a position whose CRS nobody states, the project CRS first when it fits.
 * @returns A readable list such as `EPSG:4547, EPSG:4534–4554 (CGCS2000 3-degree, choose the zone)`; `–` when none fits.
 */
export function suggestCrs(x: number, y: number, projectCrs: string): string {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return '–';
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return 'EPSG:4326 (WGS 84), EPSG:4490 (CGCS2000)';
  if (Math.abs(x) <= 90 && Math.abs(y) <= 180) return 'EPSG:4326 or EPSG:4490 with x and y swapped';
  const prefixed = Array.from({ length: 21 }, (_, index) => `EPSG:${4513 + index}`);
  const fitting = [...new Set([projectCrs, ...TRIED, ...prefixed])].filter((code) => {
    const projection = createProjection(code);
    if (!projection.ok || projection.value.geographic) return false;
    const [lon, lat] = projection.value.toLonLat(x, y);
    const [west, south, east, north] = projection.value.areaOfUse;
    return lon >= west && lon <= east && lat >= south && lat <= north;
  });
  const looksGaussKruger = x > 100_000 && x < 900_000 && y > 1_800_000 && y < 6_000_000;
  if (looksGaussKruger) fitting.push('EPSG:4534–4554 (CGCS2000 3-degree)', 'EPSG:32601–32660 (UTM)');
  const looksMercator = Math.max(Math.abs(x), Math.abs(y)) < 20_037_509 && Math.abs(x) > 1_000_000;
  if (looksMercator) fitting.push('EPSG:3857 (Web Mercator)');
  return fitting.length > 0 ? fitting.join(', ') : '–';
}
