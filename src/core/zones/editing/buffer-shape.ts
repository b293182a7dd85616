import { ClipperOffset, EndType, JoinType, type Paths64 } from 'clipper2-ts';
import type { MultiPolygon2 } from '../../geometry/coordinates.ts';
import { assemblePolygons } from './assemble-polygons.ts';
import { ARC_TOLERANCE } from './buffer-line.ts';
import { STEPS_PER_METER } from './clip-shapes.ts';
import { createGrid } from './grid.ts';
import { settleShape } from './settle-shape.ts';

/** How outward corners are drawn: an arc around the vertex, or prolonged edges (at most twice the distance out). */
export type BufferCorners = 'round' | 'mitre';

/**
 * Widens a shape by a distance, or narrows it: everything within it of the shape, or farther than it from the outside.
 * @param shape Open rings, metres of the project CRS; mended first.
 * @param meters Positive widens, negative narrows, 0 returns the mended shape.
 * @returns Valid polygons with open rings; empty when narrowing leaves nothing. Arcs leave the true circle by at most
 * 0.1 % of the distance.
 */
export function bufferShape(shape: MultiPolygon2, meters: number, corners: BufferCorners = 'round'): MultiPolygon2 {
  const settled = settleShape(shape);
  const origin = settled[0]?.[0]?.[0];
  if (!origin || meters === 0) return settled;
  const grid = createGrid(origin, STEPS_PER_METER);
  const reach = meters * STEPS_PER_METER;
  const offset = new ClipperOffset(2, Math.abs(reach) * ARC_TOLERANCE);
  const paths = settled.flatMap((polygon) => polygon.map((ring) => grid.pathOf(ring)));
  offset.addPaths(paths, corners === 'round' ? JoinType.Round : JoinType.Miter, EndType.Polygon);
  const outline: Paths64 = [];
  offset.execute(reach, outline);
  return grid.shapeOf(assemblePolygons(outline));
}
