import type { ProjectedXY } from '../../geometry/coordinates.ts';

/** Rectangle between two opposite corners, sides along the axes of the project CRS; counter-clockwise, open. */
export function rectangleOfCorners(a: ProjectedXY, b: ProjectedXY): ProjectedXY[] {
  const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])];
  const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

/** Rectangle on a base edge, as deep as the third point is away from the line of the base; open, either direction. */
export function rectangleOnBase(a: ProjectedXY, b: ProjectedXY, depthAt: ProjectedXY): ProjectedXY[] {
  const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(ex, ey);
  if (length === 0) return [];
  const depth = ((depthAt[1] - a[1]) * ex - (depthAt[0] - a[0]) * ey) / length;
  const [nx, ny] = [(-ey / length) * depth, (ex / length) * depth];
  return [a, b, [b[0] + nx, b[1] + ny], [a[0] + nx, a[1] + ny]];
}
