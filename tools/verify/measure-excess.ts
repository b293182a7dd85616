import { ecefToGeodetic } from '../../src/core/crs/ecef.ts';
import { type Matrix4, transformPoint } from '../tiling/matrix4.ts';
import type { BoundingVolume } from '../tiling/tileset-json.ts';

const EARTH_RADIUS_METERS = 6_378_137;
const RADIANS = Math.PI / 180;

type Point = readonly [number, number, number];

function outsideRegion([x, y, z]: Point, region: readonly number[]): number {
  const [west = 0, south = 0, east = 0, north = 0, low = 0, high = 0] = region;
  const { lon, lat, ellipsoidalHeightMeters: height } = ecefToGeodetic(x, y, z);
  const east1 = Math.max(west - lon * RADIANS, lon * RADIANS - east) * EARTH_RADIUS_METERS * Math.cos(lat * RADIANS);
  const north1 = Math.max(south - lat * RADIANS, lat * RADIANS - north) * EARTH_RADIUS_METERS;
  return Math.max(0, east1, north1, low - height, height - high);
}

function outsideBox(point: Point, box: readonly number[]): number {
  const [x = 0, y = 0, z = 0] = box;
  const offset = [point[0] - x, point[1] - y, point[2] - z] as const;
  let excess = 0;
  for (const axis of [3, 6, 9]) {
    const half = [box[axis] ?? 0, box[axis + 1] ?? 0, box[axis + 2] ?? 0] as const;
    const length = Math.hypot(...half);
    if (length === 0) continue;
    const along = (offset[0] * half[0] + offset[1] * half[1] + offset[2] * half[2]) / length;
    excess = Math.max(excess, Math.abs(along) - length);
  }
  return excess;
}

function outsideSphere(point: Point, sphere: readonly number[]): number {
  const [x = 0, y = 0, z = 0, radius = 0] = sphere;
  return Math.max(0, Math.hypot(point[0] - x, point[1] - y, point[2] - z) - radius);
}

/**
 * Greatest distance in metres by which positions lie outside a bounding volume of 3D Tiles (region, box or sphere);
 * 0 when all lie inside.
 * @param positions x y z per position in tile coordinates; boxes and spheres are in tile coordinates, regions on earth.
 * @param transform Tile coordinates to earth-centred metres.
 */
export function measureExcess(positions: Float64Array, volume: BoundingVolume, transform: Matrix4): number {
  let excess = 0;
  for (let at = 0; at + 2 < positions.length; at += 3) {
    const point: Point = [positions[at]!, positions[at + 1]!, positions[at + 2]!];
    if (volume.region) excess = Math.max(excess, outsideRegion(transformPoint(transform, ...point), volume.region));
    else if (volume.box) excess = Math.max(excess, outsideBox(point, volume.box));
    else if (volume.sphere) excess = Math.max(excess, outsideSphere(point, volume.sphere));
  }
  return excess;
}
