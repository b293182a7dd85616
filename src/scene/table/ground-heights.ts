import type { GroundSurface } from '../../core/city/city-manifest.ts';

/** Ellipsoidal ground height at a place in degrees: bilinear in the grid, constant beyond its edge. */
export function groundHeightAt(ground: GroundSurface, lon: number, lat: number): number {
  const [west, south, east, north] = ground.extent;
  const share = (value: number, low: number, high: number) =>
    high > low ? Math.min(Math.max((value - low) / (high - low), 0), 1) : 0;
  const column = share(lon, west, east) * (ground.columns - 1);
  const line = share(north - lat, 0, north - south) * (ground.rows - 1);
  const at = (r: number, c: number) =>
    ground.ellipsoidalHeightsMeters[Math.min(r, ground.rows - 1) * ground.columns + Math.min(c, ground.columns - 1)] ??
    0;
  const [c0, r0] = [Math.floor(column), Math.floor(line)];
  const [fc, fr] = [column - c0, line - r0];
  const upper = at(r0, c0) * (1 - fc) + at(r0, c0 + 1) * fc;
  const lower = at(r0 + 1, c0) * (1 - fc) + at(r0 + 1, c0 + 1) * fc;
  return upper * (1 - fr) + lower * fr;
}
