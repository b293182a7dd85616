import polygonClipping from 'polygon-clipping';
import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';
import { repairPolygon } from '../../src/core/geometry/repair-ring.ts';
import type { BoundarySurface } from './city-element.ts';

type Point3 = readonly [number, number, number];

/** Normal of a ring by Newell's method; its length is twice the area of the ring. */
export function measureRingNormal(ring: readonly Point3[]): [number, number, number] {
  const normal: [number, number, number] = [0, 0, 0];
  const origin = ring[0] ?? [0, 0, 0];
  for (let index = 0; index < ring.length; index += 1) {
    const a = ring[index]!;
    const b = ring[(index + 1) % ring.length]!;
    const [ax, ay, az] = [a[0] - origin[0], a[1] - origin[1], a[2] - origin[2]];
    const [bx, by, bz] = [b[0] - origin[0], b[1] - origin[1], b[2] - origin[2]];
    normal[0] += ay * bz - az * by;
    normal[1] += az * bx - ax * bz;
    normal[2] += ax * by - ay * bx;
  }
  return normal;
}

/** Removes repeated and unusable points of a ring of a surface; `null` when fewer than three points are left. */
export function cleanSurfaceRing(ring: readonly Point3[]): Point3[] | null {
  const points: Point3[] = [];
  for (const point of ring) {
    if (!point.every(Number.isFinite)) return null;
    const last = points.at(-1);
    if (!last || last[0] !== point[0] || last[1] !== point[1] || last[2] !== point[2]) points.push(point);
  }
  const [first, last] = [points[0], points.at(-1)];
  if (first && last && points.length > 1 && first.every((value, axis) => value === last[axis])) points.pop();
  return points.length >= 3 ? points : null;
}

/** Turns a surface so that roofs look up and grounds look down; the others are left as they are. */
export function orientSurface(surface: BoundarySurface): BoundarySurface {
  const up = measureRingNormal(surface.rings[0] ?? [])[2];
  const wrong = (surface.semantic === 'roof' && up < 0) || (surface.semantic === 'ground' && up > 0);
  return wrong ? { ...surface, rings: surface.rings.map((ring) => [...ring].reverse()) } : surface;
}

/** Steepest surface (vertical part of the unit normal) that still shows in plan. */
const PLAN_MINIMUM = 0.02;

function planPolygons(surfaces: readonly BoundarySurface[]): MultiPolygon2[] {
  return surfaces.flatMap((surface) => {
    const [x, y, z] = measureRingNormal(surface.rings[0] ?? []);
    if (Math.abs(z) < PLAN_MINIMUM * Math.hypot(x, y, z)) return [];
    const { polygons } = repairPolygon(surface.rings.map((ring) => ring.map(([px, py]) => [px, py])));
    return polygons.length > 0 ? [polygons] : [];
  });
}

function uniteOnce(polygons: readonly MultiPolygon2[], decimals: number): MultiPolygon2 {
  const origin = polygons[0]?.[0]?.[0]?.[0] ?? [0, 0];
  const factor = 10 ** decimals;
  const local = polygons.map((multi) =>
    multi.map((polygon) =>
      polygon.map((ring) =>
        ring.map(([x, y]): [number, number] => [
          Math.round((x - origin[0]) * factor) / factor,
          Math.round((y - origin[1]) * factor) / factor,
        ]),
      ),
    ),
  );
  const [first, ...rest] = local;
  if (!first) return [];
  const united = polygonClipping.union(first, ...rest);
  return united.map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]): [number, number] => [x + origin[0], y + origin[1]])),
  );
}

/**
 * Unites overlapping or adjoining polygons; points are rounded, and where clipping fails they are rounded more coarsely
 * and it is tried again.
 * @param decimals Decimals to try in turn; for metres 0.1 mm, 1 mm, 1 cm.
 * @returns `null` when no rounding helped.
 */
export function unitePolygons(
  polygons: readonly MultiPolygon2[],
  decimals: readonly number[] = [4, 3, 2],
): MultiPolygon2 | null {
  for (const places of decimals) {
    try {
      return uniteOnce(polygons, places).flatMap((polygon) => repairPolygon(polygon).polygons);
    } catch {
      // polygon-clipping gives up on near-coincident edges; rounding makes them coincide.
    }
  }
  return null;
}

/**
 * Plan outline of a closed or open body: its ground surfaces united, or, when it has none, everything seen from above.
 * @returns `null` when the surfaces could not be united, empty when nothing shows in plan.
 */
export function outlineSurfaces(surfaces: readonly BoundarySurface[]): MultiPolygon2 | null {
  const ground = planPolygons(surfaces.filter((surface) => surface.semantic === 'ground'));
  return unitePolygons(ground.length > 0 ? ground : planPolygons(surfaces));
}
