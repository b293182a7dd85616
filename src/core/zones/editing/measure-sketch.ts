import type { MultiPolygon2, ProjectedXY } from '../../geometry/coordinates.ts';
import { measureSignedArea } from '../../geometry/signed-area.ts';
import { shapeBox } from './shape-box.ts';
import type { Sketch } from './sketch.ts';

/** What is told beside the pointer while an outline is drawn or changed; `null` where it makes no sense. */
export interface SketchMeasures {
  /** From the last placed point, or from where something was grabbed, to the pointer. */
  stepMeters: number | null;
  /** Of that step, clockwise from grid north, 0 ≤ bearing < 360. */
  bearingDegrees: number | null;
  /** Of the whole line that is being drawn, when it has more than one edge. */
  lineMeters: number | null;
  radiusMeters: number | null;
  /** Sides of a rectangle in the order in which they were drawn, or of the box of what is scaled: east, north. */
  sidesMeters: readonly [number, number] | null;
  /** Clockwise, −180 < turn ≤ 180. */
  turnDegrees: number | null;
  areaSquareMeters: number | null;
}

const NOTHING: SketchMeasures = {
  stepMeters: null,
  bearingDegrees: null,
  lineMeters: null,
  radiusMeters: null,
  sidesMeters: null,
  turnDegrees: null,
  areaSquareMeters: null,
};

const DEGREES = 180 / Math.PI;

function areaOf(shape: MultiPolygon2): number {
  const rings = shape.flatMap((polygon) =>
    polygon.map((ring, index) => (index === 0 ? 1 : -1) * Math.abs(measureSignedArea(ring))),
  );
  return rings.reduce((sum, area) => sum + area, 0);
}

function lengthOf(points: readonly ProjectedXY[]): number {
  return points.reduce((sum, [x, y], index) => {
    const before = points[index - 1];
    return before ? sum + Math.hypot(x - before[0], y - before[1]) : 0;
  }, 0);
}

function stepBetween(from: ProjectedXY, to: ProjectedXY): Pick<SketchMeasures, 'stepMeters' | 'bearingDegrees'> {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const stepMeters = Math.hypot(dx, dy);
  const bearing = (Math.atan2(dx, dy) * DEGREES + 360) % 360;
  return { stepMeters, bearingDegrees: stepMeters === 0 ? null : bearing };
}

function ringSides([ring]: readonly (readonly ProjectedXY[])[]): readonly [number, number] | null {
  const [a, b, c] = ring ?? [];
  return a && b && c ? [Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(c[0] - b[0], c[1] - b[1])] : null;
}

function boxSides(shape: MultiPolygon2): readonly [number, number] | null {
  const box = shapeBox(shape);
  return box && [box[2] - box[0], box[3] - box[1]];
}

function turnBetween(shape: MultiPolygon2, from: ProjectedXY, to: ProjectedXY): number | null {
  const box = shapeBox(shape);
  if (!box) return null;
  const [cx, cy] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const turn = (Math.atan2(from[1] - cy, from[0] - cx) - Math.atan2(to[1] - cy, to[0] - cx)) * DEGREES;
  return turn > 180 ? turn - 360 : turn <= -180 ? turn + 360 : turn;
}

function measureDrag(sketch: Sketch, pointer: ProjectedXY): SketchMeasures {
  const { grabbed, base, shape } = sketch;
  const measures = { ...NOTHING, areaSquareMeters: areaOf(shape) };
  if (!grabbed) return measures;
  const { handle, from } = grabbed;
  if (handle.kind === 'scale') return { ...measures, sidesMeters: boxSides(shape) };
  if (handle.kind === 'rotate') return { ...measures, turnDegrees: turnBetween(base, from, pointer) };
  return { ...measures, ...stepBetween(from, pointer) };
}

/** Lengths, bearing and area of a sketch as it is under the pointer; metres, square metres and grid degrees of the project CRS. */
export function measureSketch(sketch: Sketch): SketchMeasures {
  const { tool, points, pointer, shape, grabbed } = sketch;
  if (grabbed) return pointer ? measureDrag(sketch, pointer) : NOTHING;
  const last = points.at(-1);
  if (!last || !pointer) return NOTHING;
  const area = tool === 'split' ? null : areaOf(shape) || null;
  const step = stepBetween(last, pointer);
  if (tool === 'circle') return { ...NOTHING, radiusMeters: step.stepMeters, areaSquareMeters: area };
  const drawn = shape.at(-1);
  if (tool === 'rectangle' && drawn) return { ...NOTHING, sidesMeters: ringSides(drawn), areaSquareMeters: area };
  const line = tool === 'corridor' || tool === 'split' ? [...points, pointer] : [];
  return { ...NOTHING, ...step, lineMeters: line.length > 2 ? lengthOf(line) : null, areaSquareMeters: area };
}
