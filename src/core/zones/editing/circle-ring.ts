import type { ProjectedXY } from '../../geometry/coordinates.ts';

const CORNERS = 64;

/**
 * A circle as a polygon of 64 corners, the first at `rim`: the radius is exact at every corner, the area is 0.16 %
 * and the reach between corners at most 0.12 % of the radius short, as in the buffers of usual GIS.
 * @returns Open ring, counter-clockwise, metres; empty when the radius is 0.
 */
export function circleRing(centre: ProjectedXY, rim: ProjectedXY): ProjectedXY[] {
  const [dx, dy] = [rim[0] - centre[0], rim[1] - centre[1]];
  if (dx === 0 && dy === 0) return [];
  return Array.from({ length: CORNERS }, (_, corner): ProjectedXY => {
    const turn = (corner / CORNERS) * 2 * Math.PI;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    return [centre[0] + dx * cos - dy * sin, centre[1] + dx * sin + dy * cos];
  });
}
