import Flatbush from 'flatbush';
import { assemblePolygons } from './assemble-polygons.ts';
import { type HalfEdges, joinHalfEdges, vertexKey } from './half-edges.ts';
import { nodeSegments, type Segment } from './node-segments.ts';
import { findOrientation } from './orientation.ts';

type Point = readonly [number, number];
type Ring = readonly Point[];

/** An edge between faces: how the winding of either group grows from its right to its left. */
interface Border {
  a: Point;
  b: Point;
  growth: [first: number, second: number];
}

/** Edges that lie on each other become one; those that change nothing vanish. */
function mergeSegments(segments: readonly Segment[]): Border[] {
  const borders = new Map<string, Border>();
  for (const { a, b, owner } of segments) {
    const forward = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
    const [low, high] = forward ? [a, b] : [b, a];
    const key = `${vertexKey(low)} ${vertexKey(high)}`;
    const border = borders.get(key) ?? { a: low, b: high, growth: [0, 0] };
    border.growth[owner === 0 ? 0 : 1] += forward ? 1 : -1;
    borders.set(key, border);
  }
  return [...borders.values()].filter(({ growth }) => growth[0] !== 0 || growth[1] !== 0);
}

/** Windings left of every half-edge of one connected part, relative to the first of its half-edges. */
function spread(start: number, halves: HalfEdges, borders: readonly Border[], windings: Int32Array, part: Int32Array) {
  const stack = [start];
  const members: number[] = [];
  const id = start + 1;
  part[start] = id;
  const visit = (half: number, first: number, second: number) => {
    if (part[half] === id) return;
    part[half] = id;
    windings[half * 2] = first;
    windings[half * 2 + 1] = second;
    stack.push(half);
  };
  for (let half = stack.pop(); half !== undefined; half = stack.pop()) {
    members.push(half);
    const { growth } = borders[half >> 1]!;
    const sign = half % 2 === 0 ? 1 : -1;
    const [first, second] = [windings[half * 2]!, windings[half * 2 + 1]!];
    visit(half ^ 1, first - sign * growth[0], second - sign * growth[1]);
    visit(halves.next[half]!, first, second);
  }
  return members;
}

/** Half-edge of a connected part whose left is the outside of the part: the last that leaves its leftmost vertex. */
function findOuter(members: readonly number[], { from, leaving }: HalfEdges): number {
  let leftmost = from[members[0]!]!;
  for (const half of members) {
    const point = from[half]!;
    if (point[0] < leftmost[0] || (point[0] === leftmost[0] && point[1] < leftmost[1])) leftmost = point;
  }
  return leaving.get(vertexKey(leftmost))!.at(-1)!;
}

/** Winding of a vertex by the edges of other parts, counted along the ray to the right. */
function windingAt(point: Point, own: number, borders: readonly Border[], tree: Flatbush, part: Int32Array): Point {
  let [first, second] = [0, 0];
  for (const edge of tree.search(point[0], point[1], Infinity, point[1])) {
    if (part[edge * 2] === own) continue;
    const { a, b, growth } = borders[edge]!;
    const upward = b[1] > a[1];
    const [low, high] = upward ? [a, b] : [b, a];
    if (!(low[1] <= point[1] && point[1] < high[1]) || findOrientation(low, high, point) <= 0) continue;
    first += upward ? growth[0] : -growth[0];
    second += upward ? growth[1] : -growth[1];
  }
  return [first, second];
}

/** Windings of both groups left of every half-edge: two numbers each. */
function findWindings(halves: HalfEdges, borders: readonly Border[]): Int32Array {
  const windings = new Int32Array(halves.from.length * 2);
  const part = new Int32Array(halves.from.length);
  const parts: number[][] = [];
  for (let half = 0; half < part.length; half += 1) {
    if (part[half] === 0) parts.push(spread(half, halves, borders, windings, part));
  }
  const tree = new Flatbush(borders.length);
  for (const { a, b } of borders) tree.add(a[0], Math.min(a[1], b[1]), b[0], Math.max(a[1], b[1]));
  tree.finish();
  for (const members of parts) {
    const outer = findOuter(members, halves);
    const around = windingAt(halves.from[outer]!, part[outer]!, borders, tree, part);
    const first = around[0] - windings[outer * 2]!;
    const second = around[1] - windings[outer * 2 + 1]!;
    for (const half of members) {
      windings[half * 2]! += first;
      windings[half * 2 + 1]! += second;
    }
  }
  return windings;
}

/**
 * Lays two groups of rings over each other and keeps the part of the plane that a rule of their windings names.
 * @param first Open rings on whole numbers, any direction, that may cross, touch and repeat; may be empty.
 * @param isInside Told how often the rings of either group wind around a place, counter-clockwise positive.
 * @returns Valid polygons: exterior first, exteriors counter-clockwise, holes clockwise, open rings.
 * Source: arrangement of noded edges, faces labelled from edge to edge (de Berg et al., Computational Geometry, ch. 2).
 */
export function overlayRings(
  first: readonly Ring[],
  second: readonly Ring[],
  isInside: (first: number, second: number) => boolean,
): Point[][][] {
  const segmentsOf = (rings: readonly Ring[], owner: number) =>
    rings.flatMap((ring) => ring.map((a, place): Segment => ({ a, b: ring[(place + 1) % ring.length]!, owner })));
  const borders = mergeSegments(nodeSegments([...segmentsOf(first, 0), ...segmentsOf(second, 1)]));
  if (borders.length === 0) return [];
  const halves = joinHalfEdges(borders.map(({ a, b }) => [a, b]));
  const windings = findWindings(halves, borders);
  const inside = (half: number) => isInside(windings[half * 2]!, windings[half * 2 + 1]!);
  const kept: [Point, Point][] = [];
  for (let half = 0; half < halves.from.length; half += 1) {
    if (inside(half) && !inside(half ^ 1)) kept.push([halves.from[half]!, halves.to[half]!]);
  }
  return assemblePolygons(kept);
}
