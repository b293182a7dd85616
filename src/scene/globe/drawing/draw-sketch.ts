import type { ProjectedXY } from '../../../core/geometry/coordinates.ts';
import type { Sketch, SketchHandle } from '../../../core/zones/editing/sketch.ts';
import type { LocalFrame } from '../local-frame.ts';
import type { ScreenLens, ScreenPoint } from './screen-lens.ts';
import { findBoxCorners, type SeenHandle } from './sketch-handles.ts';
import type { SketchLook } from './sketch-look.ts';
import { EDGE_STEP_METERS, type PlacedRing, type SketchPlacement } from './sketch-placement.ts';

/** Everything one picture of a sketch needs. */
export interface SketchPicture {
  sketch: Sketch;
  placement: SketchPlacement;
  frame: LocalFrame;
  lens: ScreenLens;
  look: SketchLook;
  handles: readonly SeenHandle[];
  /** Handle under the pointer. */
  hovered: SketchHandle | null;
}

const NO_DASH: number[] = [];
/** Points nearer to the last drawn one than this add nothing to a line. */
const LINE_SPACING_PIXELS = 0.8;

/** Adds points on the screen to a path, leaving out those that add nothing to the line. */
class ScreenLine {
  readonly #path: Path2D;
  readonly #lens: ScreenLens;
  #isDown = false;
  #x = 0;
  #y = 0;

  constructor(path: Path2D, lens: ScreenLens) {
    this.#path = path;
    this.#lens = lens;
  }

  /** Draws on to a place, earth-centred metres; lifts the pen where it is not seen. */
  to(x: number, y: number, z: number): void {
    const lens = this.#lens;
    if (!lens.aim(x, y, z)) {
      this.#isDown = false;
      return;
    }
    if (!this.#isDown) this.#path.moveTo(lens.x, lens.y);
    else if (Math.abs(lens.x - this.#x) + Math.abs(lens.y - this.#y) < LINE_SPACING_PIXELS) return;
    else this.#path.lineTo(lens.x, lens.y);
    this.#isDown = true;
    this.#x = lens.x;
    this.#y = lens.y;
  }

  toAll(line: Float64Array): void {
    for (let at = 0; at + 2 < line.length; at += 3) this.to(line[at]!, line[at + 1]!, line[at + 2]!);
  }
}

/** Adds the line over the ground through points to the path. */
function trace(path: Path2D, points: readonly ProjectedXY[], { placement, lens }: SketchPicture): void {
  const line = new ScreenLine(path, lens);
  for (let index = 0; index + 1 < points.length; index += 1) {
    line.toAll(placement.line(points[index]!, points[index + 1]!));
  }
  const end = points.at(-1);
  if (!end) return;
  const { onGround } = placement.place(end);
  line.to(onGround.x, onGround.y, onGround.z);
}

/** Adds a ring to the path; its long edges are bent over the ground. */
function traceRing(path: Path2D, ring: PlacedRing, { placement, lens }: SketchPicture): void {
  const { points, onGround } = ring;
  const line = new ScreenLine(path, lens);
  for (let index = 0; index <= points.length; index += 1) {
    const at = index % points.length;
    line.to(onGround[at * 3]!, onGround[at * 3 + 1]!, onGround[at * 3 + 2]!);
    const [from, to] = [points[at]!, points[(at + 1) % points.length]!];
    const isLong = Math.abs(to[0] - from[0]) + Math.abs(to[1] - from[1]) > EDGE_STEP_METERS;
    if (isLong && index < points.length) line.toAll(placement.line(from, to));
  }
}

function stroke(pen: CanvasRenderingContext2D, path: Path2D, look: SketchLook, color: string, dash = NO_DASH): void {
  pen.setLineDash(NO_DASH);
  pen.globalAlpha = 0.85;
  pen.strokeStyle = look.halo;
  pen.lineWidth = 4.5;
  pen.stroke(path);
  pen.globalAlpha = 1;
  pen.setLineDash(dash);
  pen.strokeStyle = color;
  pen.lineWidth = 2;
  pen.stroke(path);
  pen.setLineDash(NO_DASH);
}

function drawOutlines(pen: CanvasRenderingContext2D, picture: SketchPicture): void {
  const [exteriors, holes] = [new Path2D(), new Path2D()];
  for (const polygon of picture.sketch.shape) {
    for (const [index, points] of polygon.entries()) {
      traceRing(index === 0 ? exteriors : holes, picture.placement.ring(points, picture.frame), picture);
    }
  }
  stroke(pen, exteriors, picture.look, picture.look.ink);
  stroke(pen, holes, picture.look, picture.look.ink, [6, 4]);
}

/** Points of the stroke that is going on, the pointer's place last. */
function strokePoints({ points, pointer, grabbed }: Sketch): readonly ProjectedXY[] {
  return pointer && points.length > 0 && !grabbed ? [...points, pointer] : points;
}

function drawStroke(pen: CanvasRenderingContext2D, picture: SketchPicture): void {
  const { sketch, look } = picture;
  const points = strokePoints(sketch);
  if (points.length < 2 || sketch.tool === 'rectangle') return;
  const path = new Path2D();
  trace(path, points, picture);
  const isGuide = sketch.tool === 'circle' || sketch.tool === 'corridor';
  stroke(pen, path, look, look.accent, isGuide ? [7, 4] : NO_DASH);
}

function drawBox(pen: CanvasRenderingContext2D, picture: SketchPicture): void {
  const corners = picture.sketch.tool === 'transform' ? findBoxCorners(picture.sketch.shape) : null;
  if (!corners) return;
  const path = new Path2D();
  trace(path, [...corners, ...corners.slice(0, 1)], picture);
  stroke(pen, path, picture.look, picture.look.accent, [5, 4]);
}

function drawDisc(pen: CanvasRenderingContext2D, { x, y }: ScreenPoint, radius: number, fill: string, edge: string) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.fillStyle = fill;
  pen.fill();
  pen.strokeStyle = edge;
  pen.stroke();
}

function drawStem(pen: CanvasRenderingContext2D, { screen, foot }: SeenHandle, look: SketchLook): void {
  if (!foot) return;
  const path = new Path2D();
  path.moveTo(foot.x, foot.y);
  path.lineTo(screen.x, screen.y);
  pen.strokeStyle = look.halo;
  pen.lineWidth = 3.5;
  pen.stroke(path);
  pen.strokeStyle = look.accent;
  pen.lineWidth = 1.5;
  pen.stroke(path);
}

function isSame(a: SketchHandle | null | undefined, b: SketchHandle): boolean {
  return a != null && JSON.stringify(a) === JSON.stringify(b);
}

/** A turning arrow. */
function drawTurn(pen: CanvasRenderingContext2D, { x, y }: ScreenPoint, color: string): void {
  pen.strokeStyle = color;
  pen.lineWidth = 1.6;
  pen.beginPath();
  pen.arc(x, y, 4, -Math.PI * 0.35, Math.PI * 1.2);
  pen.stroke();
  pen.fillStyle = color;
  pen.beginPath();
  pen.moveTo(x + 0.2, y - 6.4);
  pen.lineTo(x + 4.6, y - 4.4);
  pen.lineTo(x + 0.6, y - 1);
  pen.fill();
}

function drawHandle(pen: CanvasRenderingContext2D, seen: SeenHandle, picture: SketchPicture): void {
  const { look, sketch, hovered } = picture;
  const { handle, screen } = seen;
  const isHeld = isSame(sketch.grabbed?.handle, handle) || isSame(sketch.chosen, handle);
  const isHot = isHeld || isSame(hovered, handle);
  drawStem(pen, seen, look);
  const edge = isHot ? look.accent : look.handleInk;
  const fill = isHeld ? look.accent : look.handle;
  pen.lineWidth = 2;
  if (handle.kind === 'vertex') drawDisc(pen, screen, isHot ? 6.5 : 5, fill, edge);
  if (handle.kind === 'middle') {
    pen.globalAlpha = isHot ? 1 : 0.8;
    pen.lineWidth = 1.5;
    drawDisc(pen, screen, isHot ? 6 : 3.5, fill, edge);
    if (isHot) {
      pen.beginPath();
      pen.moveTo(screen.x - 3, screen.y);
      pen.lineTo(screen.x + 3, screen.y);
      pen.moveTo(screen.x, screen.y - 3);
      pen.lineTo(screen.x, screen.y + 3);
      pen.stroke();
    }
    pen.globalAlpha = 1;
  }
  if (handle.kind === 'scale') {
    const half = isHot ? 6 : 5;
    pen.fillStyle = fill;
    pen.fillRect(screen.x - half, screen.y - half, half * 2, half * 2);
    pen.strokeStyle = edge;
    pen.strokeRect(screen.x - half, screen.y - half, half * 2, half * 2);
  }
  if (handle.kind === 'rotate') {
    drawDisc(pen, screen, isHot ? 10 : 9, fill, edge);
    drawTurn(pen, screen, isHeld ? look.handle : edge);
  }
}

/** Points that were placed: small and full, the first one open since a click on it closes the ring. */
function drawPlaced(pen: CanvasRenderingContext2D, { sketch, placement, lens, look }: SketchPicture): void {
  sketch.points.forEach((point, index) => {
    const { handle, onGround } = placement.place(point);
    const screen = lens.project(handle.x, handle.y, handle.z);
    if (!screen) return;
    const foot = handle === onGround ? null : lens.project(onGround.x, onGround.y, onGround.z);
    drawStem(pen, { handle: { kind: 'body' }, at: point, screen, foot }, look);
    pen.lineWidth = 2;
    drawDisc(pen, screen, index === 0 ? 5.5 : 4, index === 0 ? look.handle : look.accent, look.accent);
  });
}

/** Snap marks differ in form: a square on a vertex, a triangle on a middle, a cross on an edge, a ring at the start. */
function drawSnap(pen: CanvasRenderingContext2D, { sketch, placement, lens, look }: SketchPicture): void {
  if (!sketch.snap) return;
  const { onGround } = placement.place(sketch.snap.point);
  const at = lens.project(onGround.x, onGround.y, onGround.z);
  if (!at) return;
  const path = new Path2D();
  const { kind } = sketch.snap;
  if (kind === 'start') path.arc(at.x, at.y, 9, 0, Math.PI * 2);
  else if (kind === 'middle') {
    path.moveTo(at.x, at.y - 9);
    path.lineTo(at.x + 8, at.y + 6);
    path.lineTo(at.x - 8, at.y + 6);
    path.closePath();
  } else if (kind === 'vertex') path.rect(at.x - 7.5, at.y - 7.5, 15, 15);
  else {
    path.moveTo(at.x - 7, at.y - 7);
    path.lineTo(at.x + 7, at.y + 7);
    path.moveTo(at.x + 7, at.y - 7);
    path.lineTo(at.x - 7, at.y + 7);
  }
  stroke(pen, path, look, look.accent);
}

/** Draws a sketch over the scene: outlines, the stroke that is going on, handles, the mark of what is snapped to. */
export function drawSketch(pen: CanvasRenderingContext2D, picture: SketchPicture): void {
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  drawOutlines(pen, picture);
  drawBox(pen, picture);
  drawStroke(pen, picture);
  drawPlaced(pen, picture);
  for (const seen of picture.handles) drawHandle(pen, seen, picture);
  drawSnap(pen, picture);
}
