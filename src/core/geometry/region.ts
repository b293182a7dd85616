import Flatbush from 'flatbush';
import type { Polygon2 } from './coordinates.ts';

/** Least x, least y, greatest x, greatest y. */
export type Box2 = readonly [minX: number, minY: number, maxX: number, maxY: number];

/**
 * One polygon prepared for many questions: its edges, each from its lower to its upper end, and an index over them.
 * The inside is the even-odd inside of all its rings, so ring direction does not matter and holes are outside.
 */
export interface Region {
  box: Box2;
  /** x, y of the lower and x, y of the upper end of every edge, in the frame of the polygon. */
  edges: Float64Array;
  tree: Flatbush;
}

/** Edges of a region seen from a box: those that meet it and those that pass left of it. */
export interface RegionEdges {
  /** x1, y1, x2, y2 of every edge that meets the box, y1 ≤ y2. */
  meeting: number[];
  /** y1, y2 of every edge that lies left of the box at the heights of the box, y1 < y2. */
  left: number[];
}

/**
 * Prepares a polygon of rings; rings may be closed or open, any direction.
 * @returns `null` when no ring has three positions.
 */
export function prepareRegion(polygon: Polygon2): Region | null {
  const edges: number[] = [];
  for (const ring of polygon) {
    if (ring.length < 3) continue;
    for (let index = 0; index < ring.length; index += 1) {
      const [ax, ay] = ring[index]!;
      const [bx, by] = ring[(index + 1) % ring.length]!;
      if (ax === bx && ay === by) continue;
      if (ay <= by) edges.push(ax, ay, bx, by);
      else edges.push(bx, by, ax, ay);
    }
  }
  if (edges.length === 0) return null;
  const tree = new Flatbush(edges.length / 4);
  for (let at = 0; at < edges.length; at += 4) {
    const [x1, x2] = [edges[at]!, edges[at + 2]!];
    tree.add(Math.min(x1, x2), edges[at + 1]!, Math.max(x1, x2), edges[at + 3]!);
  }
  tree.finish();
  return { box: [tree.minX, tree.minY, tree.maxX, tree.maxY], edges: Float64Array.from(edges), tree };
}

/** True when all four corners of the box are strictly on one side of the line through the edge. */
function passesBeside(x1: number, y1: number, x2: number, y2: number, box: Box2): boolean {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const side = (x: number, y: number) => dx * (y - y1) - dy * (x - x1);
  const a = side(box[0], box[1]);
  const b = side(box[2], box[1]);
  const c = side(box[0], box[3]);
  const d = side(box[2], box[3]);
  return (a > 0 && b > 0 && c > 0 && d > 0) || (a < 0 && b < 0 && c < 0 && d < 0);
}

/** True when an edge that misses the box, but not its range of heights, runs left of it. */
function runsLeft(x1: number, y1: number, x2: number, y2: number, box: Box2): boolean {
  const y = Math.max(y1, box[1]);
  return x1 + ((y - y1) * (x2 - x1)) / (y2 - y1) < box[0];
}

/** Collects the edges of a region that matter for a box; edges right of it, above or below never do. */
export function collectRegionEdges(region: Region, box: Box2): RegionEdges {
  const found: RegionEdges = { meeting: [], left: [] };
  for (const edge of region.tree.search(-Infinity, box[1], box[2], box[3])) {
    const at = edge * 4;
    const x1 = region.edges[at]!;
    const y1 = region.edges[at + 1]!;
    const x2 = region.edges[at + 2]!;
    const y2 = region.edges[at + 3]!;
    const apart = Math.max(x1, x2) < box[0] || passesBeside(x1, y1, x2, y2, box);
    if (!apart) found.meeting.push(x1, y1, x2, y2);
    else if (y1 < y2 && runsLeft(x1, y1, x2, y2, box)) found.left.push(y1, y2);
  }
  return found;
}

/** True when the height `y` is crossed an odd number of times by the edges that pass left of a box. */
export function isOddAt(left: readonly number[], y: number): boolean {
  let odd = false;
  for (let at = 0; at < left.length; at += 2) {
    if (left[at]! <= y && y < left[at + 1]!) odd = !odd;
  }
  return odd;
}
