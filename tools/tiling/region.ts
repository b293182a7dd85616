/** Bounding region of 3D Tiles: west, south, east, north in radians, lowest and highest metres above the ellipsoid. */
export type Region = [west: number, south: number, east: number, north: number, low: number, high: number];

/** A region that contains nothing yet. */
export function emptyRegion(): Region {
  return [Infinity, Infinity, -Infinity, -Infinity, Infinity, -Infinity];
}

/** Widens a region, in place, to contain another one. Regions across the 180° meridian are not handled. */
export function widenRegion(region: Region, other: Readonly<Region>): void {
  for (const side of [0, 1, 4] as const) region[side] = Math.min(region[side], other[side]);
  for (const side of [2, 3, 5] as const) region[side] = Math.max(region[side], other[side]);
}
