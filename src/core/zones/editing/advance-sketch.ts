import type { ProjectedXY } from '../../geometry/coordinates.ts';
import { constrainToRightAngle } from './constrain-point.ts';
import { replaceRing } from './drag-shape.ts';
import { commitShape, finishStroke, refuse, restSketch, SAME_PLACE_METERS } from './finish-stroke.ts';
import { previewStroke } from './preview-stroke.ts';
import type { Sketch, SketchEvent, SketchHandle, SketchStep } from './sketch.ts';

/** Positions beyond this are no metres of a project CRS: the pointer was in the sky. */
const FARTHEST_METERS = 1e8;

/** Widths of corridors that are drawn. */
const CORRIDOR_WIDTHS_METERS = [0.1, 100_000] as const;

/** A ring with more positions is refused while it is drawn. */
const MOST_STROKE_POINTS = 100_000;

type Placing = Pick<Extract<SketchEvent, { kind: 'placed' }>, 'at' | 'snap' | 'via'>;

const open = (sketch: Sketch): SketchStep => ({ sketch, outcome: 'open' });

function isPlace([x, y]: ProjectedXY): boolean {
  return Math.abs(x) <= FARTHEST_METERS && Math.abs(y) <= FARTHEST_METERS;
}

function isSamePlace(a: ProjectedXY, b: ProjectedXY): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) <= SAME_PLACE_METERS;
}

const draws = ({ tool }: Sketch) => tool !== 'reshape' && tool !== 'transform';

/** Right angles to the last edge, for tools that draw edge by edge; a click on the first point closes the ring as it is. */
function constrain(sketch: Sketch, { at, snap }: Placing): ProjectedXY {
  const [before, last] = sketch.points.slice(-2);
  const followsEdges = sketch.tool !== 'rectangle' && sketch.tool !== 'circle' && sketch.tool !== 'trace';
  if (!sketch.orthogonal || !followsEdges || !before || !last || snap?.kind === 'start') return at;
  return constrainToRightAngle(before, last, at);
}

function movePointer(sketch: Sketch, event: Extract<SketchEvent, { kind: 'moved' }>): Sketch {
  const pointer = draws(sketch) ? constrain(sketch, event) : event.at;
  const moved = { ...sketch, pointer, snap: event.snap, via: event.via ?? [] };
  return { ...moved, shape: previewStroke(moved, event.constrained) };
}

/** How many clicks end the stroke by themselves. */
function lastClick({ tool, orthogonal }: Sketch): number {
  if (tool === 'circle') return 2;
  if (tool === 'rectangle') return orthogonal ? 3 : 2;
  return Infinity;
}

function placePoint(sketch: Sketch, placing: Placing): SketchStep {
  if (!draws(sketch)) return open(sketch);
  if (placing.snap?.kind === 'start' && sketch.points.length > 2) return finishStroke(sketch);
  const at = constrain(sketch, placing);
  const last = sketch.points.at(-1);
  if (last && isSamePlace(last, at)) return open(sketch);
  const added = [...(placing.via ?? []), at];
  if (sketch.points.length + added.length > MOST_STROKE_POINTS) return refuse(sketch, 'sketch.tooManyPoints');
  const points = [...sketch.points, ...added];
  const placed = {
    ...sketch,
    points,
    clicks: [...(sketch.clicks ?? []), added.length],
    pointer: at,
    via: [],
    snap: placing.snap,
  };
  if (placed.clicks.length >= lastClick(sketch)) return finishStroke(placed);
  return open({ ...placed, shape: previewStroke(placed) });
}

function takePoint(sketch: Sketch): SketchStep {
  if (sketch.points.length === 0) return open(sketch);
  const clicks = sketch.clicks ?? [];
  const points = sketch.points.slice(0, -(clicks.at(-1) ?? 1));
  const taken = { ...sketch, points, clicks: clicks.slice(0, -1), via: [] };
  return open({ ...taken, shape: previewStroke(taken) });
}

function grab(sketch: Sketch, handle: SketchHandle, at: ProjectedXY): SketchStep {
  if (draws(sketch)) return open(sketch);
  const chosen = handle.kind === 'vertex' ? handle : null;
  return open({ ...sketch, grabbed: { handle, from: at }, chosen, pointer: null });
}

function release(sketch: Sketch, at: ProjectedXY, constrained: boolean): SketchStep {
  const { grabbed, base } = sketch;
  if (!grabbed) return open(sketch);
  if (isSamePlace(grabbed.from, at)) return open(restSketch(sketch, base));
  const shape = previewStroke({ ...sketch, pointer: at }, constrained);
  if (shape === base) return open(restSketch(sketch, base));
  const { handle } = grabbed;
  const inserted = handle.kind === 'middle' && !constrained && !sketch.orthogonal;
  const chosen = inserted ? { ...handle, kind: 'vertex' as const, vertex: handle.vertex + 1 } : sketch.chosen;
  return commitShape({ ...sketch, chosen }, shape);
}

function deleteVertex(sketch: Sketch, handle: Sketch['chosen']): SketchStep {
  if (!handle || draws(sketch) || sketch.grabbed) return open(sketch);
  const ring = sketch.base[handle.polygon]?.[handle.ring];
  if (!ring?.[handle.vertex]) return open(sketch);
  if (ring.length <= 3) return refuse(sketch, 'sketch.ringNeedsThree');
  const next = ring.filter((_, index) => index !== handle.vertex);
  return commitShape({ ...sketch, chosen: null }, replaceRing(sketch.base, handle.polygon, handle.ring, next));
}

function cancel(sketch: Sketch): SketchStep {
  const atRest = sketch.points.length === 0 && !sketch.grabbed;
  return { sketch: restSketch(sketch, sketch.base), outcome: atRest ? 'closed' : 'open' };
}

function refresh(sketch: Sketch): SketchStep {
  return open({ ...sketch, shape: previewStroke(sketch) });
}

/**
 * Takes one event of the pointer or keyboard into a sketch.
 * A stroke that ends is `committed` with a valid `shape` (see `settleShape`), and the returned sketch is ready for
 * the next stroke on it; Esc gives up the stroke in hand first, then closes the sketch. A circle ends with its second
 * click, a rectangle with its second (third with `orthogonal`); every drag and every deleted vertex is a step of its own.
 * Refusals (the sketch stays usable): `sketch.badPosition`, `sketch.badWidth`, `sketch.tooFewPoints`,
 * `sketch.tooManyPoints` (100,000 a stroke), `sketch.ringNeedsThree`, `sketch.noArea`, `sketch.holeMisses`,
 * `sketch.splitMisses`.
 */
export function advanceSketch(sketch: Sketch, event: SketchEvent): SketchStep {
  if ('at' in event && !isPlace(event.at)) return refuse(sketch, 'sketch.badPosition');
  switch (event.kind) {
    case 'moved':
      return open(movePointer(sketch, event));
    case 'placed':
      return placePoint(sketch, event);
    case 'typed':
      return sketch.grabbed ? release(sketch, event.at, false) : placePoint(sketch, { at: event.at, snap: null });
    case 'grabbed':
      return grab(sketch, event.handle, event.at);
    case 'released':
      return release(sketch, event.at, event.constrained ?? false);
    case 'finished':
      if (!draws(sketch)) return { sketch: restSketch(sketch, sketch.base), outcome: 'closed' };
      return finishStroke(sketch);
    case 'pointTaken':
      return takePoint(sketch);
    case 'vertexDeleted':
      return deleteVertex(sketch, event.handle ?? sketch.chosen);
    case 'orthogonalSwitched':
      return refresh({ ...sketch, orthogonal: event.orthogonal });
    case 'corridorWidened': {
      const [least, most] = CORRIDOR_WIDTHS_METERS;
      if (!(event.widthMeters >= least && event.widthMeters <= most)) return refuse(sketch, 'sketch.badWidth');
      return refresh({ ...sketch, corridorWidthMeters: event.widthMeters });
    }
    case 'cancelled':
      return cancel(sketch);
  }
}
