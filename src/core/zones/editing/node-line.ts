import Flatbush from 'flatbush';
import { findOrientation } from './orientation.ts';

type Point = readonly [number, number];

/** Grid steps within which a vertex counts as on an edge: it was snapped to it and rounded. */
const NEAR_STEPS = 2;

/** Edges of a shape and of a line across it that meet in their ends only; whole numbers. */
export interface NodedLine {
  ringEdges: { from: Point; to: Point; polygon: number }[];
  lineEdges: [Point, Point][];
}

interface Cut {
  a: Point;
  b: Point;
  inserted: Point[];
}

function isNear({ a, b }: Cut, [x, y]: Point): boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy);
  if (along < 0 || along > 1) return false;
  return Math.hypot(a[0] + along * dx - x, a[1] + along * dy - y) <= NEAR_STEPS;
}

function crossing({ a, b }: Cut, { a: c, b: d }: Cut): Point | null {
  const opposite = (p: Point, q: Point, r: Point, s: Point) => findOrientation(p, q, r) * findOrientation(p, q, s) < 0;
  if (!opposite(a, b, c, d) || !opposite(c, d, a, b)) return null;
  const [ex, ey, fx, fy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
  const along = ((c[0] - a[0]) * fy - (c[1] - a[1]) * fx) / (ex * fy - ey * fx);
  return [Math.round(a[0] + along * ex), Math.round(a[1] + along * ey)];
}

/** Makes ends of each edge that lie on the other, or else the crossing of both, vertices of both. */
function meet(edge: Cut, other: Cut): void {
  const onEdge = [other.a, other.b].filter((point) => isNear(edge, point));
  const onOther = [edge.a, edge.b].filter((point) => isNear(other, point));
  edge.inserted.push(...onEdge);
  other.inserted.push(...onOther);
  if (onEdge.length > 0 || onOther.length > 0) return;
  const point = crossing(edge, other);
  if (!point) return;
  edge.inserted.push(point);
  other.inserted.push(point);
}

function piecesOf({ a, b, inserted }: Cut): [Point, Point][] {
  const along = ([x, y]: Point) => (x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1]);
  const points = [a, ...inserted.sort((p, q) => along(p) - along(q)), b];
  return points.flatMap((point, index): [Point, Point][] => {
    const next = points[index + 1];
    return next && (next[0] !== point[0] || next[1] !== point[1]) ? [[point, next]] : [];
  });
}

/**
 * Brings the edges of a shape and of a line together: where they meet, both get a vertex.
 * @param shape Polygons of open rings, whole numbers. @param line Open line, whole numbers, no equal neighbours.
 * Limits: a line of n edges is compared with itself edge by edge (n²).
 */
export function nodeLine(shape: readonly (readonly (readonly Point[])[])[], line: readonly Point[]): NodedLine {
  const ringCuts = shape.flatMap((polygon, index) =>
    polygon.flatMap((ring) =>
      ring.map((a, place) => ({ a, b: ring[(place + 1) % ring.length]!, inserted: [] as Point[], polygon: index })),
    ),
  );
  const lineCuts = line.slice(0, -1).map((a, place): Cut => ({ a, b: line[place + 1]!, inserted: [] }));
  const tree = new Flatbush(ringCuts.length);
  for (const { a, b } of ringCuts) {
    tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  tree.finish();
  for (const [place, cut] of lineCuts.entries()) {
    const { a, b } = cut;
    const near = tree.search(
      Math.min(a[0], b[0]) - NEAR_STEPS,
      Math.min(a[1], b[1]) - NEAR_STEPS,
      Math.max(a[0], b[0]) + NEAR_STEPS,
      Math.max(a[1], b[1]) + NEAR_STEPS,
    );
    for (const index of near) meet(ringCuts[index]!, cut);
    for (const other of lineCuts.slice(place + 1)) meet(cut, other);
  }
  return {
    ringEdges: ringCuts.flatMap((cut) => piecesOf(cut).map(([from, to]) => ({ from, to, polygon: cut.polygon }))),
    lineEdges: lineCuts.flatMap(piecesOf),
  };
}
