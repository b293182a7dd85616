import type { PlanarShape } from './planar-shape.ts';
import type { Box2 } from './region.ts';

/** Edges of one outline in packed form, as `createEdgeList` collects them: y1 < y2, sign as in `PlanarShape`. */
export interface EdgeList {
  count: number;
  /** x1, y1, x2, y2, sign of every edge. */
  values: Float64Array;
}

const FIELDS = 5;

/** Starts an empty list that grows as needed; it is meant to be used again and again. */
export function createEdgeList(): EdgeList {
  return { count: 0, values: new Float64Array(64 * FIELDS) };
}

/** Adds an edge; one that runs level has no part in areas and is left out. */
export function addEdge(list: EdgeList, x1: number, y1: number, x2: number, y2: number, sign: number): void {
  if (!(y1 < y2) || sign === 0) return;
  if ((list.count + 1) * FIELDS > list.values.length) {
    const larger = new Float64Array(list.values.length * 2);
    larger.set(list.values);
    list.values = larger;
  }
  const at = list.count * FIELDS;
  list.values[at] = x1;
  list.values[at + 1] = y1;
  list.values[at + 2] = x2;
  list.values[at + 3] = y2;
  list.values[at + 4] = sign;
  list.count += 1;
}

/**
 * Collects the edges of a shape that bear on a box, moved so that the least corner of the box is the origin and cut off
 * at its right side: what lies right of it bounds nothing in it.
 * @param near Edges of the shape to look at; the shape must have signs.
 */
export function collectNearEdges(list: EdgeList, shape: PlanarShape, near: Int32Array, box: Box2): void {
  const [minX, minY, maxX, maxY] = box;
  const width = maxX - minX;
  list.count = 0;
  for (const edge of near) {
    const at = edge * 4;
    const y1 = shape.edges[at + 1]! - minY;
    const y2 = shape.edges[at + 3]! - minY;
    if (y2 <= 0 || y1 >= maxY - minY) continue;
    const x1 = shape.edges[at]! - minX;
    const x2 = shape.edges[at + 2]! - minX;
    if (x1 >= width && x2 >= width) continue;
    const sign = shape.signs?.[edge] ?? 0;
    const end = y1 + ((width - x1) * (y2 - y1)) / (x2 - x1);
    if (x1 > width) addEdge(list, width, end, x2, y2, sign);
    else if (x2 > width) addEdge(list, x1, y1, width, end, sign);
    else addEdge(list, x1, y1, x2, y2, sign);
  }
}

/**
 * Area that two outlines share. Each is the sum, with signs, of the strips that lie right of its edges, so the area is
 * the sum over all pairs of edges of what their strips share up to the line `right`.
 * @param right Greatest x of the edges of both.
 * @returns Area in the square of the unit of the coordinates; rounding about 10⁻¹⁵ of the box.
 */
export function sumSharedStrips(one: EdgeList, other: EdgeList, right: number): number {
  let area = 0;
  for (let i = 0; i < one.count * FIELDS; i += FIELDS) {
    const ax = one.values[i]!;
    const ay = one.values[i + 1]!;
    const aTop = one.values[i + 3]!;
    const aSlope = (one.values[i + 2]! - ax) / (aTop - ay);
    const aSign = one.values[i + 4]!;
    for (let j = 0; j < other.count * FIELDS; j += FIELDS) {
      const by = other.values[j + 1]!;
      const bTop = other.values[j + 3]!;
      const low = Math.max(ay, by);
      const high = Math.min(aTop, bTop);
      if (high <= low) continue;
      const bx = other.values[j]!;
      const bSlope = (other.values[j + 2]! - bx) / (bTop - by);
      const aLow = ax + (low - ay) * aSlope;
      const aHigh = ax + (high - ay) * aSlope;
      const bLow = bx + (low - by) * bSlope;
      const bHigh = bx + (high - by) * bSlope;
      const before = aLow - bLow;
      const after = aHigh - bHigh;
      let mean = (before + after > 0 ? aLow + aHigh : bLow + bHigh) / 2;
      if (before * after < 0) {
        const share = before / (before - after);
        const cross = aLow + share * (aHigh - aLow);
        mean = (share * (Math.max(aLow, bLow) + cross) + (1 - share) * (cross + Math.max(aHigh, bHigh))) / 2;
      }
      area += aSign * other.values[j + 4]! * (right - mean) * (high - low);
    }
  }
  return area;
}
