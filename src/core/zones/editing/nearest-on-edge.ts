import type { ProjectedXY } from '../../geometry/coordinates.ts';

/** The point of the segment a–b that is nearest to a point, and how far away; any planar frame. */
export function nearestOnEdge(
  a: ProjectedXY,
  b: ProjectedXY,
  point: ProjectedXY,
): { point: ProjectedXY; distance: number } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / squared;
  const part = Math.min(1, Math.max(0, along));
  const nearest: ProjectedXY = [a[0] + part * dx, a[1] + part * dy];
  return { point: nearest, distance: Math.hypot(nearest[0] - point[0], nearest[1] - point[1]) };
}
