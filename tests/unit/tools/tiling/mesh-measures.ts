import { ecefToGeodetic } from '../../../../src/core/crs/ecef.ts';
import { type Matrix4, transformPoint } from '../../../../tools/tiling/matrix4.ts';
import type { TileContent } from '../../../../tools/tiling/tile-content.ts';

type Vector = [number, number, number];

/** Per feature: area of what faces up, seen from above, and volume enclosed above the lowest point, in metres. */
export interface FeatureMeasures {
  roofPlanArea: number;
  volume: number;
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/**
 * Measures features independently of how they were built. A missing floor adds nothing to the volume, since the
 * pyramids are counted from the feature's lowest point; inward triangles make it negative.
 */
export function measureFeatures(content: TileContent, transform: Matrix4): Map<number, FeatureMeasures> {
  const { triangles, triangleFeature } = content;
  const corner = (at: number) => transformPoint(transform, triangles[at]!, triangles[at + 1]!, triangles[at + 2]!);
  const byFeature = new Map<number, Vector[][]>();
  for (const [triangle, id] of triangleFeature.entries()) {
    const at = triangle * 9;
    const list = byFeature.get(id) ?? [];
    list.push([corner(at), corner(at + 3), corner(at + 6)]);
    byFeature.set(id, list);
  }
  const measures = new Map<number, FeatureMeasures>();
  for (const [id, list] of byFeature) {
    const first = list[0]![0]!;
    const length = Math.hypot(...first);
    const up: Vector = [first[0] / length, first[1] / length, first[2] / length];
    const { lon, lat } = ecefToGeodetic(...first);
    const [l, p] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    const vertical: Vector = [Math.cos(p) * Math.cos(l), Math.cos(p) * Math.sin(l), Math.sin(p)];
    const lowest = list
      .flat()
      .reduce((low, point) => (dot(minus(point, first), up) < dot(minus(low, first), up) ? point : low));
    let [roofPlanArea, volume] = [0, 0];
    for (const [a, b, c] of list as [Vector, Vector, Vector][]) {
      const area = cross(minus(b, a), minus(c, a));
      const facingUp = dot(area, vertical) / 2;
      if (facingUp > 0) roofPlanArea += facingUp;
      volume += dot(minus(a, lowest), area) / 6;
    }
    measures.set(id, { roofPlanArea, volume });
  }
  return measures;
}

/** Greatest distance by which a vertex lies outside a region: metres in height, and in plan by 6,378 km per radian. */
export function distanceOutside(content: TileContent, transform: Matrix4, region: readonly number[]): number {
  let outside = 0;
  for (let at = 0; at < content.triangles.length; at += 3) {
    const [x, y, z] = transformPoint(
      transform,
      content.triangles[at]!,
      content.triangles[at + 1]!,
      content.triangles[at + 2]!,
    );
    const { lon, lat, ellipsoidalHeightMeters: height } = ecefToGeodetic(x, y, z);
    const [l, p] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    const plan = Math.max(region[0]! - l, l - region[2]!, region[1]! - p, p - region[3]!) * 6_378_137;
    outside = Math.max(outside, plan, region[4]! - height, height - region[5]!);
  }
  return outside;
}
