import { ClipperOffset, EndType, JoinType, type Paths64 } from 'clipper2-ts';
import type { MultiPolygon2, ProjectedXY } from '../../geometry/coordinates.ts';
import { assemblePolygons } from './assemble-polygons.ts';
import { STEPS_PER_METER } from './clip-shapes.ts';
import { createGrid } from './grid.ts';

/** How far the corners of a rounded outline may leave the true arc, as a part of the radius. */
export const ARC_TOLERANCE = 1e-3;

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
  const offset = new ClipperOffset(2, reach * ARC_TOLERANCE);
  offset.addPath(path, JoinType.Round, ends === 'round' ? EndType.Round : EndType.Butt);
  const outline: Paths64 = [];
  offset.execute(reach, outline);
  return grid.shapeOf(assemblePolygons(outline));
}
