import type { MultiPolygon2 } from '../../geometry/coordinates.ts';
import { clipShapes } from './clip-shapes.ts';
import { dragShape } from './drag-shape.ts';
import { shapeBox } from './shape-box.ts';
import type { Sketch } from './sketch.ts';
import { strokeShape } from './stroke-shape.ts';

/** Up to this many vertices a hole is cut while the pointer moves; above, it shows when the stroke ends. */
const LIVE_VERTICES = 5000;

function countVertices(shape: MultiPolygon2): number {
  return shape.reduce((sum, polygon) => polygon.reduce((inner, ring) => inner + ring.length, sum), 0);
}

/**
 * What would become of the zone now: the stroke so far with the pointer, or the shape as it is dragged.
 * @param constrained Shift is held: what is dragged keeps angles, steps and aspect, as with `orthogonal`.
 * @returns The base when the stroke makes no polygon yet. Not mended: edges may cross while the pointer is on its way.
 */
export function previewStroke(sketch: Sketch, constrained = false): MultiPolygon2 {
  const { base, points, pointer, via, grabbed, tool } = sketch;
  if (grabbed) return pointer ? dragShape(base, grabbed, pointer, constrained || sketch.orthogonal) : base;
  if (points.length === 0) return base;
  const drawn = strokeShape(sketch, pointer ? [...points, ...(via ?? []), pointer] : points);
  if (drawn.length === 0 || !shapeBox(drawn)) return base;
  if (tool !== 'hole') return [...base, ...drawn];
  return countVertices(base) <= LIVE_VERTICES ? clipShapes('difference', base, drawn) : base;
}
