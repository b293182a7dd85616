import type { MultiPolygon2 } from './coordinates.ts';

type Point = readonly [number, number];

function isOnSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point, tolerance: number): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  return Math.hypot(ax + along * dx - x, ay + along * dy - y) <= tolerance;
}

/** 1 inside, 0 on the edge, −1 outside one ring. */
function sideOfRing(point: Point, ring: readonly Point[], tolerance: number): -1 | 0 | 1 {
  const [x, y] = point;
  let odd = false;
  for (let index = 0; index < ring.length; index += 1) {
    const a = ring[index]!;
    const b = ring[(index + 1) % ring.length]!;
    if (isOnSegment(point, a, b, tolerance)) return 0;
    if (a[1] > y !== b[1] > y && x < a[0] + ((y - a[1]) * (b[0] - a[0])) / (b[1] - a[1])) odd = !odd;
  }
  return odd ? 1 : -1;
}

/**
 * Tells whether a point lies in a polygon or on its edge, holes excepted; the edge of a hole is inside.
 * @param shape Polygons in the frame of the point; ring direction does not matter, rings may be closed or open.
 * @param tolerance Distance up to which a point counts as on the edge, in the unit of the coordinates.
 */
export function isPointInPolygon(point: Point, shape: MultiPolygon2, tolerance = 0): boolean {
  return shape.some(([exterior, ...holes]) => {
    if (!exterior) return false;
    const side = sideOfRing(point, exterior, tolerance);
    return side === 0 || (side === 1 && !holes.some((hole) => sideOfRing(point, hole, tolerance) === 1));
  });
}
