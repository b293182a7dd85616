import type { MultiPolygon2, ProjectedXY } from '../../geometry/coordinates.ts';
import { measurePlanArea } from '../../geometry/plan-area.ts';
import { clipShapes } from './clip-shapes.ts';
import { settleShape } from './settle-shape.ts';
import type { Sketch, SketchStep } from './sketch.ts';
import { splitShape } from './split-shape.ts';
import { strokeShape } from './stroke-shape.ts';

/** Points nearer than this are one: a double click, or two clicks on one snapped vertex. */
export const SAME_PLACE_METERS = 1e-3;

/** A zone smaller than this is a slip of the pointer. */
const LEAST_AREA_SQUARE_METERS = 1e-2;

const FEWEST_POINTS = { corridor: 2, split: 2, circle: 2, rectangle: 2 } as const;

/** The sketch between strokes, standing on `shape`. */
export function restSketch(sketch: Sketch, shape: MultiPolygon2): Sketch {
  return { ...sketch, base: shape, shape, points: [], clicks: [], via: [], pointer: null, snap: null, grabbed: null };
}

/** The sketch after an event that could not be followed: nothing of it is kept but what stood before. */
export function refuse(sketch: Sketch, code: string): SketchStep {
  return { sketch, outcome: 'open', refused: code };
}

/** Keeps a shape as the next state of the zone, mended; refuses with `sketch.noArea` when nothing is left of it. */
export function commitShape(sketch: Sketch, shape: MultiPolygon2): SketchStep {
  const settled = settleShape(shape);
  if (measurePlanArea(settled) < LEAST_AREA_SQUARE_METERS)
    return refuse(restSketch(sketch, sketch.base), 'sketch.noArea');
  const chosen = settled === shape ? sketch.chosen : null;
  return { sketch: { ...restSketch(sketch, settled), chosen }, outcome: 'committed' };
}

function distinct(points: readonly ProjectedXY[]): ProjectedXY[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    return !before || Math.hypot(point[0] - before[0], point[1] - before[1]) > SAME_PLACE_METERS;
  });
}

function commitHole(sketch: Sketch, drawn: MultiPolygon2): SketchStep {
  const left = clipShapes('difference', sketch.base, settleShape(drawn));
  const removed = measurePlanArea(sketch.base) - measurePlanArea(left);
  if (removed < LEAST_AREA_SQUARE_METERS) return refuse(restSketch(sketch, sketch.base), 'sketch.holeMisses');
  return commitShape(sketch, left);
}

function commitSplit(sketch: Sketch, line: readonly ProjectedXY[]): SketchStep {
  const pieces = splitShape(settleShape(sketch.base), line);
  if (pieces.length < 2) return refuse(restSketch(sketch, sketch.base), 'sketch.splitMisses');
  return { sketch: restSketch(sketch, pieces.flat()), outcome: 'committed', pieces };
}

/**
 * Ends the stroke that is going on and keeps what it made. The pointer's own place does not count.
 * Refused with `sketch.tooFewPoints` (the stroke stays open), or with the stroke given up: `sketch.noArea`,
 * `sketch.holeMisses`, `sketch.splitMisses`.
 */
export function finishStroke(sketch: Sketch): SketchStep {
  const points = distinct(sketch.points);
  const { tool } = sketch;
  const fewest = tool in FEWEST_POINTS ? FEWEST_POINTS[tool as keyof typeof FEWEST_POINTS] : 3;
  if (points.length < (tool === 'rectangle' && sketch.orthogonal ? 3 : fewest)) {
    return refuse(sketch, 'sketch.tooFewPoints');
  }
  if (tool === 'split') return commitSplit(sketch, points);
  const drawn = strokeShape(sketch, points);
  return tool === 'hole' ? commitHole(sketch, drawn) : commitShape(sketch, [...sketch.base, ...drawn]);
}
