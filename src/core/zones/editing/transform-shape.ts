import type { MultiPolygon2, ProjectedXY } from '../../geometry/coordinates.ts';
import type { Box2 } from '../../geometry/region.ts';
import { shapeBox } from './shape-box.ts';

type Move = (point: readonly [number, number]) => readonly [number, number];

const TURN_STEP = Math.PI / 12;

/** A dragged corner may come this near the opposite one, as a part of the size; nearer would lose the shape. */
const LEAST_SCALE = 1e-3;

function mapShape(shape: MultiPolygon2, move: Move): MultiPolygon2 {
  return shape.map((polygon) => polygon.map((ring) => ring.map(move)));
}

/** Moves a shape by from → to, metres of the project CRS; `alongAxis` keeps only the longer of the two components. */
export function moveShape(shape: MultiPolygon2, from: ProjectedXY, to: ProjectedXY, alongAxis: boolean): MultiPolygon2 {
  const [fullX, fullY] = [to[0] - from[0], to[1] - from[1]];
  const dx = alongAxis && Math.abs(fullX) < Math.abs(fullY) ? 0 : fullX;
  const dy = alongAxis && Math.abs(fullX) >= Math.abs(fullY) ? 0 : fullY;
  return dx === 0 && dy === 0 ? shape : mapShape(shape, ([x, y]) => [x + dx, y + dy]);
}

/** Turns a shape about the centre of its box by the angle between from and to, seen from there; `inSteps`: 15° each. */
export function rotateShape(shape: MultiPolygon2, from: ProjectedXY, to: ProjectedXY, inSteps: boolean): MultiPolygon2 {
  const box = shapeBox(shape);
  if (!box) return shape;
  const [cx, cy] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const free = Math.atan2(to[1] - cy, to[0] - cx) - Math.atan2(from[1] - cy, from[0] - cx);
  const angle = inSteps ? Math.round(free / TURN_STEP) * TURN_STEP : free;
  if (angle === 0) return shape;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return mapShape(shape, ([x, y]) => [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos]);
}

function cornerOf(box: Box2, corner: 0 | 1 | 2 | 3): ProjectedXY {
  return [corner === 0 || corner === 3 ? box[0] : box[2], corner < 2 ? box[1] : box[3]];
}

function limit(factor: number): number {
  if (!Number.isFinite(factor)) return 1;
  return Math.abs(factor) < LEAST_SCALE ? Math.sign(factor || 1) * LEAST_SCALE : factor;
}

/**
 * Scales a shape about the corner of its box opposite the dragged one; dragging past it mirrors the shape.
 * @param corner Counter-clockwise from least x, least y. Metres of the project CRS.
 * @param keepsAspect Both directions by the same factor, the greater.
 */
export function scaleShape(
  shape: MultiPolygon2,
  corner: 0 | 1 | 2 | 3,
  from: ProjectedXY,
  to: ProjectedXY,
  keepsAspect: boolean,
): MultiPolygon2 {
  const box = shapeBox(shape);
  if (!box) return shape;
  const [gx, gy] = cornerOf(box, corner);
  const [ox, oy] = cornerOf(box, ((corner + 2) % 4) as 0 | 1 | 2 | 3);
  const freeX = limit((gx + to[0] - from[0] - ox) / (gx - ox));
  const freeY = limit((gy + to[1] - from[1] - oy) / (gy - oy));
  const even = Math.max(Math.abs(freeX), Math.abs(freeY));
  const fx = keepsAspect ? Math.sign(freeX) * even : freeX;
  const fy = keepsAspect ? Math.sign(freeY) * even : freeY;
  return mapShape(shape, ([x, y]) => [ox + (x - ox) * fx, oy + (y - oy) * fy]);
}
