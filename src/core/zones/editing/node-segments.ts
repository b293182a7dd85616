import Flatbush from 'flatbush';
import { findOrientation } from './orientation.ts';

type Point = readonly [number, number];

/** Grid steps within which a vertex counts as on an edge: it was snapped to it and both were rounded. */
const REACH_STEPS = 1.5;

/** Bending an edge through a vertex can bring it near another one; each pass mends what the last one made. */
const MOST_PASSES = 12;

/** A directed edge on whole numbers and what it belongs to. */
export interface Segment {
  a: Point;
  b: Point;
  owner: number;
}

const isSame = (a: Point, b: Point) => a[0] === b[0] && a[1] === b[1];

/** True when a point that is no end of an edge lies within reach of it. */
function isOn({ a, b }: Segment, point: Point): boolean {
  if (isSame(a, point) || isSame(b, point)) return false;
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy);
  if (!(along > 0 && along < 1)) return false;
  return Math.hypot(a[0] + along * dx - point[0], a[1] + along * dy - point[1]) <= REACH_STEPS;
}

function crossing({ a, b }: Segment, { a: c, b: d }: Segment): Point | null {
  const parts = (p: Point, q: Point, r: Point, s: Point) => findOrientation(p, q, r) * findOrientation(p, q, s) < 0;
  if (!parts(a, b, c, d) || !parts(c, d, a, b)) return null;
  const [ex, ey, fx, fy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const along = ((c[0] - a[0]) * fy - (c[1] - a[1]) * fx) / (ex * fy - ey * fx);
  return [Math.round(a[0] + along * ex), Math.round(a[1] + along * ey)];
}

/** Adds to both lists the points at which two edges have to be cut. */
function meet(edge: Segment, other: Segment, cuts: Point[], otherCuts: Point[]): void {
  const onEdge = [other.a, other.b].filter((point) => isOn(edge, point));
  const onOther = [edge.a, edge.b].filter((point) => isOn(other, point));
  cuts.push(...onEdge);
  otherCuts.push(...onOther);
  if (onEdge.length > 0 || onOther.length > 0) return;
  const point = crossing(edge, other);
  if (!point) return;
  if (!isSame(point, edge.a) && !isSame(point, edge.b)) cuts.push(point);
  if (!isSame(point, other.a) && !isSame(point, other.b)) otherCuts.push(point);
}

function cutAt(segment: Segment, cuts: readonly Point[]): Segment[] {
  const { a, b, owner } = segment;
  const along = ([x, y]: Point) => (x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1]);
  const points = [a, ...[...cuts].sort((p, q) => along(p) - along(q)), b];
  return points.flatMap((from, index): Segment[] => {
    const to = points[index + 1];
    return to && !isSame(from, to) ? [{ a: from, b: to, owner }] : [];
  });
}

function findCuts(segments: readonly Segment[]): Map<number, Point[]> {
  const tree = new Flatbush(segments.length);
  for (const { a, b } of segments) {
    tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  tree.finish();
  const found = new Map<number, Point[]>();
  segments.forEach((segment, index) => {
    const { a, b } = segment;
    const near = tree.search(
      Math.min(a[0], b[0]) - REACH_STEPS,
      Math.min(a[1], b[1]) - REACH_STEPS,
      Math.max(a[0], b[0]) + REACH_STEPS,
      Math.max(a[1], b[1]) + REACH_STEPS,
      (other) => other > index,
    );
    for (const other of near) {
      const [cuts, otherCuts]: [Point[], Point[]] = [[], []];
      meet(segment, segments[other]!, cuts, otherCuts);
      if (cuts.length > 0) found.set(index, [...(found.get(index) ?? []), ...cuts]);
      if (otherCuts.length > 0) found.set(other, [...(found.get(other) ?? []), ...otherCuts]);
    }
  });
  return found;
}

/**
 * Cuts edges where they cross or where a vertex lies on them, so that they meet in their ends only. A cut edge bends
 * through the vertex or the rounded crossing, by at most 1.5 grid steps.
 * @param segments Whole numbers; edges without length are left out; edges may repeat.
 * Source: iterated snap rounding (Halperin, Packer 2002), here with a limit of passes.
 */
export function nodeSegments(segments: readonly Segment[]): Segment[] {
  let noded = segments.filter(({ a, b }) => !isSame(a, b));
  for (let pass = 0; pass < MOST_PASSES && noded.length > 1; pass += 1) {
    const cuts = findCuts(noded);
    if (cuts.size === 0) break;
    noded = noded.flatMap((segment, index) => {
      const points = cuts.get(index);
      return points ? cutAt(segment, points) : [segment];
    });
  }
  return noded;
}
