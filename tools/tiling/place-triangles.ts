import { ecefToGeodetic } from '../../src/core/crs/ecef.ts';
import type { Projection } from '../../src/core/crs/projection.ts';
import { type Matrix4, transformPoint } from './matrix4.ts';
import type { TileContent } from './tile-content.ts';

/** Earth-centred positions nearer to the centre than this are on no planet of ours. */
const LEAST_RADIUS_METERS = 6_300_000;

/**
 * Brings the triangles of a content into the project CRS, gathered by feature id.
 * @param transform tile coordinates to earth-centred metres.
 * @returns x, y in the project CRS and metres above the ellipsoid per corner, nine numbers per triangle; `null` when
 * the content does not lie on the earth.
 */
export function placeTriangles(
  content: TileContent,
  transform: Matrix4,
  projection: Projection,
): Map<number, number[]> | null {
  const placed = new Map<number, number[]>();
  const known = new Map<string, [number, number, number]>();
  const place = (at: number): [number, number, number] | null => {
    const [tx, ty, tz] = [content.triangles[at]!, content.triangles[at + 1]!, content.triangles[at + 2]!];
    const key = `${tx},${ty},${tz}`;
    const before = known.get(key);
    if (before) return before;
    const [x, y, z] = transformPoint(transform, tx, ty, tz);
    if (!(Math.hypot(x, y, z) > LEAST_RADIUS_METERS)) return null;
    const { lon, lat, ellipsoidalHeightMeters } = ecefToGeodetic(x, y, z);
    const [east, north] = projection.fromLonLat(lon, lat);
    const point: [number, number, number] = [east, north, ellipsoidalHeightMeters];
    known.set(key, point);
    return point;
  };
  for (const [triangle, id] of content.triangleFeature.entries()) {
    if (id < 0) continue;
    let corners = placed.get(id);
    if (!corners) {
      corners = [];
      placed.set(id, corners);
    }
    for (let corner = 0; corner < 3; corner += 1) {
      const point = place(triangle * 9 + corner * 3);
      if (!point) return null;
      corners.push(point[0], point[1], point[2]);
    }
  }
  return placed;
}
