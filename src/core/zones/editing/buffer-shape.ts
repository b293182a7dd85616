import type { MultiPolygon2 } from '../../geometry/coordinates.ts';
import { STEPS_PER_METER } from './clip-shapes.ts';
import { createGrid } from './grid.ts';
import { type OffsetCorners, offsetRing } from './offset-ring.ts';
import { overlayRings } from './overlay-rings.ts';
import { settleShape } from './settle-shape.ts';

/**
 * Widens a shape by a distance, or narrows it: everything within it of the shape, or farther than it from the outside.
 * @param shape Open rings, metres of the project CRS; mended first.
 * @param meters Positive widens, negative narrows, 0 returns the mended shape.
 * @returns Valid polygons with open rings; empty when narrowing leaves nothing. Arcs leave the true circle by at most
 * 0.1 % of the distance.
 */
export function bufferShape(shape: MultiPolygon2, meters: number, corners: OffsetCorners = 'round'): MultiPolygon2 {
  const settled = settleShape(shape);
  const origin = settled[0]?.[0]?.[0];
  if (!origin || meters === 0) return settled;
  const grid = createGrid(origin, STEPS_PER_METER);
  const outlines = settled.flatMap((polygon) =>
    polygon.map((ring) => {
      const outline = offsetRing(grid.pathOf(ring), meters * STEPS_PER_METER, corners);
      return outline.map(([x, y]): [number, number] => [Math.round(x), Math.round(y)]);
    }),
  );
  return grid.shapeOf(overlayRings(outlines, [], (winding) => winding > 0));
}
