import type { PlanarShape } from './planar-shape.ts';
import type { Box2 } from './region.ts';

/** A segment lies on an edge up to this distance: projecting the same place twice agrees to about a nanometre. */
const ON_EDGE = 1e-6;
/** How far beside a segment that runs along an edge it is asked what lies there. */
const BESIDE = 1e-5;
/** An edge farther than this from a segment, in the unit of the coordinates, has nothing to say about it. */
export const SEGMENT_MARGIN = 2e-5;

/** Needless cuts do no harm, a missing one would: crossings just past the end of an edge count. */
const PAST_END = 1e-6;

/** Edges that meet the box of the segment or pass left of it, in their order. */
function selectEdges(shape: PlanarShape, near: Int32Array, box: Box2): number[] {
  const { edges } = shape;
  const [, minY, maxX, maxY] = box;
  const found: number[] = [];
  for (const edge of near) {
    const at = edge * 4;
    if (edges[at + 3]! < minY || edges[at + 1]! > maxY) continue;
    if (edges[at]! > maxX && edges[at + 2]! > maxX) continue;
    found.push(edge);
  }
  return found;
}

/** 1 inside, −1 outside; 0 on an edge, where edges are asked for. */
function placePoint(shape: PlanarShape, near: readonly number[], x: number, y: number, tellsEdge: boolean): -1 | 0 | 1 {
  const { edges, parts } = shape;
  let [odd, inside, part] = [false, false, -1];
  for (const edge of near) {
    const at = edge * 4;
    const [x1, y1, x2, y2] = [edges[at]!, edges[at + 1]!, edges[at + 2]!, edges[at + 3]!];
    if (y < y1 - ON_EDGE || y > y2 + ON_EDGE) continue;
    if (parts[edge] !== part) {
      inside ||= odd;
      odd = false;
      part = parts[edge]!;
    }
    const side = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    if (
      tellsEdge &&
      Math.abs(side) <= ON_EDGE * Math.hypot(x2 - x1, y2 - y1) &&
      x >= Math.min(x1, x2) - ON_EDGE &&
      x <= Math.max(x1, x2) + ON_EDGE
    ) {
      return 0;
    }
    if (side < 0 && y1 <= y && y < y2) odd = !odd;
  }
  return inside || odd ? 1 : -1;
}

/** A straight segment from one place to another, in the frame of the shape. */
export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Fractions of the segment at which an edge may begin or cease to bear on it; unsorted, without the ends. */
function collectCuts(shape: PlanarShape, near: readonly number[], [ax, ay, bx, by]: Segment): number[] {
  const { edges } = shape;
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const reach = 10 * ON_EDGE * Math.sqrt(squared);
  const cuts: number[] = [];
  const add = (fraction: number) => {
    if (fraction > 0 && fraction < 1) cuts.push(fraction);
  };
  for (const edge of near) {
    const at = edge * 4;
    const [cx, cy] = [edges[at]! - ax, edges[at + 1]! - ay];
    const [ex, ey] = [edges[at + 2]! - edges[at]!, edges[at + 3]! - edges[at + 1]!];
    const turn = dx * ey - dy * ex;
    if (turn !== 0) {
      const along = (cx * dy - cy * dx) / turn;
      if (along >= -PAST_END && along <= 1 + PAST_END) add((cx * ey - cy * ex) / turn);
    }
    if (Math.abs(dx * cy - dy * cx) <= reach) add((cx * dx + cy * dy) / squared);
    if (Math.abs(dx * (cy + ey) - dy * (cx + ex)) <= reach) add(((cx + ex) * dx + (cy + ey) * dy) / squared);
  }
  return cuts;
}

/**
 * Finds the parts of a segment that lie in a shape: it is cut wherever an edge crosses or touches it, and every part
 * is told by its middle. A part that runs along an edge (within a micrometre) is inside when the shape lies on either
 * side of it.
 * @param near Edges of the shape that come within `SEGMENT_MARGIN` of the segment or pass left of it, among others, in
 * their order.
 * @returns Fractions of the segment in pairs, from and to, ascending and apart from each other; may be empty.
 */
export function findPartsInside(segment: Segment, shape: PlanarShape, near: Int32Array): number[] {
  const [ax, ay, bx, by] = segment;
  const box: Box2 = [
    Math.min(ax, bx) - SEGMENT_MARGIN,
    Math.min(ay, by) - SEGMENT_MARGIN,
    Math.max(ax, bx) + SEGMENT_MARGIN,
    Math.max(ay, by) + SEGMENT_MARGIN,
  ];
  const edges = selectEdges(shape, near, box);
  if (edges.length === 0) return [];
  const cuts = [0, ...collectCuts(shape, edges, segment).sort((a, b) => a - b), 1];
  const length = Math.hypot(bx - ax, by - ay);
  const [besideX, besideY] = [((ay - by) / length) * BESIDE, ((bx - ax) / length) * BESIDE];
  const inside: number[] = [];
  for (let index = 1; index < cuts.length; index += 1) {
    const [from, to] = [cuts[index - 1]!, cuts[index]!];
    if (to <= from) continue;
    const middle = (from + to) / 2;
    const [x, y] = [ax + middle * (bx - ax), ay + middle * (by - ay)];
    const lies =
      placePoint(shape, edges, x, y, true) ||
      Math.max(
        placePoint(shape, edges, x + besideX, y + besideY, false),
        placePoint(shape, edges, x - besideX, y - besideY, false),
      );
    if (lies < 0) continue;
    if (inside.at(-1) === from) inside[inside.length - 1] = to;
    else inside.push(from, to);
  }
  return inside;
}
