import { LAND_MASK } from './land-mask.ts';

/**
 * Tells whether a place lies in the open sea: no land within half a degree (some 50 km) of its one-degree cell.
 * Coasts, reclaimed ground and all but the smallest islands are not open sea; outside the globe the answer is `false`.
 * @param lon, lat Degrees.
 */
export function isOpenSea(lon: number, lat: number): boolean {
  if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) return false;
  const column = Math.min(359, Math.floor(lon + 180));
  const row = LAND_MASK[Math.min(179, Math.floor(lat + 90))]!;
  const nibble = Number.parseInt(row[column >> 2]!, 16);
  return ((nibble >> (3 - (column & 3))) & 1) === 0;
}
