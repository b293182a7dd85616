import type { MultiPolygon2, ProjectedXY } from '../../../core/geometry/coordinates.ts';
import { shapeBox } from '../../../core/zones/editing/shape-box.ts';
import type { Sketch, SketchHandle } from '../../../core/zones/editing/sketch.ts';
import type { LocalFrame } from '../local-frame.ts';
import type { ScreenLens, ScreenPoint } from './screen-lens.ts';
import type { PlacedRing, SketchPlacement } from './sketch-placement.ts';

/** A handle as it is seen. */
export interface SeenHandle {
  handle: SketchHandle;
  /** Where it stands, metres of the project CRS. */
  at: ProjectedXY;
  screen: ScreenPoint;
  /** Where it stands on the ground, when it is drawn on a roof above. */
  foot: ScreenPoint | null;
}

/** Vertices nearer to each other on the screen are thinned out: zooming in shows them. */
const VERTEX_SPACING_PIXELS = 9;
const MIDDLE_LEAST_EDGE_PIXELS = 44;
const ROOF_MARGIN_PIXELS = 400;
const ROTATE_ARM_PIXELS = 34;

const knownCorners = new WeakMap<MultiPolygon2, readonly ProjectedXY[] | null>();

/** Corners of the box around a shape, south-west first and counter-clockwise; the same as long as the shape is the same. */
export function findBoxCorners(shape: MultiPolygon2): readonly ProjectedXY[] | null {
  const known = knownCorners.get(shape);
  if (known !== undefined) return known;
  const box = shapeBox(shape);
  const corners: readonly ProjectedXY[] | null = box && [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[2], box[3]],
    [box[0], box[3]],
  ];
  knownCorners.set(shape, corners);
  return corners;
}

function isVertex(handle: SketchHandle | null | undefined, polygon: number, ring: number, vertex: number): boolean {
  return handle?.kind === 'vertex' && handle.polygon === polygon && handle.ring === ring && handle.vertex === vertex;
}

function distance(a: ScreenPoint, b: ScreenPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** What is seen of a sketch's handles in one frame. */
class HandleView {
  readonly #sketch: Sketch;
  readonly #placement: SketchPlacement;
  readonly #lens: ScreenLens;
  readonly seen: SeenHandle[] = [];

  constructor(sketch: Sketch, placement: SketchPlacement, lens: ScreenLens) {
    this.#sketch = sketch;
    this.#placement = placement;
    this.#lens = lens;
  }

  #see(handle: SketchHandle, at: ProjectedXY): SeenHandle | null {
    const { handle: top, onGround } = this.#placement.place(at);
    const screen = this.#lens.project(top.x, top.y, top.z);
    if (!screen || !this.#lens.isInView(screen, 12)) return null;
    const foot = top === onGround ? null : this.#lens.project(onGround.x, onGround.y, onGround.z);
    return { handle, at, screen, foot };
  }

  addRing({ points, onGround }: PlacedRing, polygon: number, ring: number): void {
    const { chosen, grabbed } = this.#sketch;
    const lens = this.#lens;
    const last: ScreenPoint = { x: Number.NaN, y: Number.NaN };
    for (let vertex = 0; vertex < points.length; vertex += 1) {
      const from = vertex * 3;
      const isSeen = lens.aim(onGround[from]!, onGround[from + 1]!, onGround[from + 2]!);
      const isMeant = isVertex(chosen, polygon, ring, vertex) || isVertex(grabbed?.handle, polygon, ring, vertex);
      if (!isSeen || (!isMeant && distance(last, lens) < VERTEX_SPACING_PIXELS)) continue;
      [last.x, last.y] = [lens.x, lens.y];
      // A handle on a roof may be seen where its foot is not.
      if (!lens.isInView(lens, ROOF_MARGIN_PIXELS)) continue;
      const seen = this.#see({ kind: 'vertex', polygon, ring, vertex }, points[vertex]!);
      if (seen) this.seen.push(seen);
    }
  }

  addMiddles({ points, onGround }: PlacedRing, polygon: number, ring: number): void {
    const lens = this.#lens;
    const count = points.length;
    const start: ScreenPoint = { x: Number.NaN, y: Number.NaN };
    for (let vertex = 0; vertex <= count; vertex += 1) {
      const from = (vertex % count) * 3;
      const isSeen = lens.aim(onGround[from]!, onGround[from + 1]!, onGround[from + 2]!);
      const isLong = isSeen && distance(start, lens) >= MIDDLE_LEAST_EDGE_PIXELS;
      [start.x, start.y] = isSeen ? [lens.x, lens.y] : [Number.NaN, Number.NaN];
      if (!isLong) continue;
      const at = this.#placement.middle(points[vertex - 1]!, points[vertex % count]!);
      const seen = this.#see({ kind: 'middle', polygon, ring, vertex: vertex - 1 }, at);
      if (seen) this.seen.push(seen);
    }
  }

  addBox(corners: readonly ProjectedXY[]): void {
    for (const corner of [0, 1, 2, 3] as const) {
      const seen = this.#see({ kind: 'scale', corner }, corners[corner]!);
      if (seen) this.seen.push(seen);
    }
    const [southWest, southEast, northEast, northWest] = corners as [
      ProjectedXY,
      ProjectedXY,
      ProjectedXY,
      ProjectedXY,
    ];
    const north = this.#placement.place(this.#placement.middle(northEast, northWest)).onGround;
    const south = this.#placement.place(this.#placement.middle(southWest, southEast)).onGround;
    const [top, base] = [this.#lens.project(north.x, north.y, north.z), this.#lens.project(south.x, south.y, south.z)];
    if (!top || !base) return;
    const length = Math.max(distance(top, base), 1);
    const reach = ROTATE_ARM_PIXELS / length;
    const screen = { x: top.x + (top.x - base.x) * reach, y: top.y + (top.y - base.y) * reach };
    this.seen.push({ handle: { kind: 'rotate' }, at: this.#placement.middle(northEast, northWest), screen, foot: top });
  }
}

/** Handles that can be grabbed, in the order in which they are drawn: later ones lie above. */
export function seeHandles(
  sketch: Sketch,
  placement: SketchPlacement,
  frame: LocalFrame,
  lens: ScreenLens,
): SeenHandle[] {
  const view = new HandleView(sketch, placement, lens);
  if (sketch.tool === 'reshape') {
    const rings = sketch.shape.flatMap((polygon, at) =>
      polygon.map((points, ringAt) => ({ ring: placement.ring(points, frame), at, ringAt })),
    );
    if (!sketch.grabbed) for (const { ring, at, ringAt } of rings) view.addMiddles(ring, at, ringAt);
    for (const { ring, at, ringAt } of rings) view.addRing(ring, at, ringAt);
  }
  const corners = sketch.tool === 'transform' ? findBoxCorners(sketch.shape) : null;
  if (corners) view.addBox(corners);
  return view.seen;
}

/** The handle under a screen position: of those within reach the nearest, a vertex before a middle. */
export function hitHandle(seen: readonly SeenHandle[], at: ScreenPoint, reachPixels: number): SeenHandle | null {
  let [best, bestDistance] = [null as SeenHandle | null, reachPixels];
  for (const each of seen) {
    const penalty = each.handle.kind === 'middle' ? reachPixels * 0.4 : 0;
    const away = distance(each.screen, at) + penalty;
    if (away <= bestDistance) [best, bestDistance] = [each, away];
  }
  return best;
}
