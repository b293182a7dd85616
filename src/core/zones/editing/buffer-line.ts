import type { MultiPolygon2, ProjectedXY } from '../../geometry/coordinates.ts';
import { STEPS_PER_METER } from './clip-shapes.ts';
import { createGrid } from './grid.ts';
import { arcPoints } from './offset-ring.ts';
import { overlayRings } from './overlay-rings.ts';

type Point = readonly [number, number];

/** Rectangle along one edge, half a width to each side, counter-clockwise. */
function alongEdge(a: Point, b: Point, reach: number): Point[] {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  const [nx, ny] = [(dy / length) * reach, (-dx / length) * reach];
  return [
    [a[0] + nx, a[1] + ny],
    [b[0] + nx, b[1] + ny],
    [b[0] - nx, b[1] - ny],
    [a[0] - nx, a[1] - ny],
  ];
}

/**
 * The corridor along a line: everything within half the width of it, joins round.
 * @param line At least two positions, metres of the project CRS; a line that crosses itself is fine.
 * @param widthMeters Full width, > 0.
 * @param ends `round`: half a circle around the last points; `flat`: cut straight across them.
 * @returns Valid polygons with open rings; empty when the line has no length. Arcs leave the true circle by at most
 * 0.1 % of the half width.
 */
export function bufferLine(line: readonly ProjectedXY[], widthMeters: number, ends: 'round' | 'flat'): MultiPolygon2 {
  const origin = line[0];
  if (!origin) return [];
  const grid = createGrid(origin, STEPS_PER_METER);
  const path = grid.pathOf(line, false);
  if (path.length < 2) return [];
  const reach = (widthMeters / 2) * STEPS_PER_METER;
  const rounded = ends === 'round' ? path : path.slice(1, -1);
  const pieces = [
    ...path.slice(0, -1).map((a, place) => alongEdge(a, path[place + 1]!, reach)),
    ...rounded.map((centre) => arcPoints(centre, [reach, 0], 2 * Math.PI).slice(0, -1)),
  ];
  const onGrid = pieces.map((ring) => ring.map(([x, y]): Point => [Math.round(x), Math.round(y)]));
  return grid.shapeOf(overlayRings(onGrid, [], (winding) => winding > 0));
}
