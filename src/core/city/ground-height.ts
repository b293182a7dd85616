import type { GroundSurface } from './city-manifest.ts';

function clampFraction(value: number, from: number, to: number): number {
  return to > from ? Math.min(Math.max((value - from) / (to - from), 0), 1) : 0;
}

/**
 * Height of a package's ground at a place: bilinear in the grid, held constant beyond its edge.
 * @param lon Longitude in degrees. @param lat Latitude in degrees.
 * @returns Metres above the ellipsoid; 0 for a grid without heights.
 */
export function groundHeightAt(ground: GroundSurface, lon: number, lat: number): number {
  const [west, south, east, north] = ground.extent;
  const column = clampFraction(lon, west, east) * (ground.columns - 1);
  const row = (1 - clampFraction(lat, south, north)) * (ground.rows - 1);
  const column0 = Math.floor(column);
  const row0 = Math.floor(row);
  const column1 = Math.min(column0 + 1, ground.columns - 1);
  const row1 = Math.min(row0 + 1, ground.rows - 1);
  const at = (r: number, c: number): number => ground.ellipsoidalHeightsMeters[r * ground.columns + c] ?? 0;
  const u = column - column0;
  const v = row - row0;
  const upper = at(row0, column0) * (1 - u) + at(row0, column1) * u;
  const lower = at(row1, column0) * (1 - u) + at(row1, column1) * u;
  return upper * (1 - v) + lower * v;
}
