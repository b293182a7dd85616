import type { Extent } from '../city/city-manifest.ts';

const KILOMETERS_PER_DEGREE = 111.195;

function gap(low: number, high: number, otherLow: number, otherHigh: number): number {
  return Math.max(0, otherLow - high, low - otherHigh);
}

/**
 * Distance between the nearest edges of two extents in kilometres; 0 when they meet. Measured on the plane, longitudes
 * shrunk at the latitude between them: good to some percent for distances of a few hundred kilometres.
 * @param a, b West, south, east, north in degrees.
 */
export function measureExtentGap(a: Extent, b: Extent): number {
  const lat = (Math.max(a[1], b[1]) + Math.min(a[3], b[3])) / 2;
  const east = gap(a[0], a[2], b[0], b[2]) * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(Math.min(east, 360 - east), gap(a[1], a[3], b[1], b[3])) * KILOMETERS_PER_DEGREE;
}
