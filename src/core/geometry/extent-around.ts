import type { Extent } from '../city/city-manifest.ts';
import type { LonLat } from './coordinates.ts';

const METERS_PER_DEGREE = 111_320;

/** Square box of a place: west, south, east, north in degrees, `halfWidthMeters` to each side; not for the poles. */
export function extentAround([lon, lat]: LonLat, halfWidthMeters: number): Extent {
  const dy = halfWidthMeters / METERS_PER_DEGREE;
  const dx = dy / Math.cos((lat * Math.PI) / 180);
  return [lon - dx, lat - dy, lon + dx, lat + dy];
}
