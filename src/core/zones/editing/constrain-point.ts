import type { ProjectedXY } from '../../geometry/coordinates.ts';

/**
 * Brings a point to the line through `last` that runs along or across the edge `before` → `last`, whichever is nearer:
 * what keeps right angles while drawing. Metres of the project CRS.
 * @returns The point itself when the edge has no length.
 */
export function constrainToRightAngle(before: ProjectedXY, last: ProjectedXY, point: ProjectedXY): ProjectedXY {
  const [ex, ey] = [last[0] - before[0], last[1] - before[1]];
  const length = Math.hypot(ex, ey);
  if (length === 0) return point;
  const [ux, uy] = [ex / length, ey / length];
  const [dx, dy] = [point[0] - last[0], point[1] - last[1]];
  const along = dx * ux + dy * uy;
  const across = dy * ux - dx * uy;
  return Math.abs(along) >= Math.abs(across)
    ? [last[0] + along * ux, last[1] + along * uy]
    : [last[0] - across * uy, last[1] + across * ux];
}
