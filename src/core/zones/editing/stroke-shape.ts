import type { MultiPolygon2, ProjectedXY } from '../../geometry/coordinates.ts';
import { bufferLine } from './buffer-line.ts';
import { circleRing } from './circle-ring.ts';
import { rectangleOfCorners, rectangleOnBase } from './rectangle-ring.ts';
import type { Sketch } from './sketch.ts';

/** The ring that points of a stroke stand for; fewer than three positions while it is not one yet. */
function ringOf(sketch: Pick<Sketch, 'tool' | 'orthogonal'>, points: readonly ProjectedXY[]): readonly ProjectedXY[] {
  const [first, second, third] = points;
  if (sketch.tool === 'circle') return first && second ? circleRing(first, second) : [];
  if (sketch.tool !== 'rectangle') return points;
  if (!first || !second) return [];
  if (!sketch.orthogonal) return rectangleOfCorners(first, second);
  return third ? rectangleOnBase(first, second, third) : [];
}

/**
 * The polygons that the points of a stroke stand for, alone.
 * Rectangle: two opposite corners along the axes of the project CRS; with `orthogonal` a base edge and the depth.
 * Circle: centre and a point on the rim. Corridor: everything within half its width of the line.
 * @param points Metres of the project CRS, the pointer included when it counts.
 * @returns Open rings, not mended; empty while there are too few points, and for `split`, which makes no polygon.
 */
export function strokeShape(
  sketch: Pick<Sketch, 'tool' | 'orthogonal' | 'corridorWidthMeters' | 'corridorEnds'>,
  points: readonly ProjectedXY[],
): MultiPolygon2 {
  if (sketch.tool === 'split') return [];
  if (sketch.tool === 'corridor') {
    return bufferLine(points, sketch.corridorWidthMeters, sketch.corridorEnds ?? 'round');
  }
  const ring = ringOf(sketch, points);
  return ring.length < 3 ? [] : [[ring]];
}
