import Flatbush from 'flatbush';

type Point = readonly [number, number];
interface Edge {
  a: Point;
  b: Point;
  /** Edge that goes on from `b`. */
  next: number;
}

/** Below this many edges every pair is looked at: an index costs more than it saves. */
const FEW_EDGES = 24;

function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function isBetween(p: Point, a: Point, b: Point): boolean {
  return (
    Math.min(a[0], b[0]) <= p[0] &&
    p[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= p[1] &&
    p[1] <= Math.max(a[1], b[1])
  );
}

function doMeet({ a, b }: Edge, { a: c, b: d }: Edge): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (((abc > 0 && abd < 0) || (abc < 0 && abd > 0)) && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0))) return true;
  return (
    (abc === 0 && isBetween(c, a, b)) ||
    (abd === 0 && isBetween(d, a, b)) ||
    (cda === 0 && isBetween(a, c, d)) ||
    (cdb === 0 && isBetween(b, c, d))
  );
}

/** An edge that runs back over the one before it. */
function foldsBack({ a, b }: Edge, { b: c }: Edge): boolean {
  return turn(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0;
}

function areApart(edges: readonly Edge[], first: number, second: number): boolean {
  const [one, two] = [edges[first]!, edges[second]!];
  if (one.next === second) return two.next === first ? false : !foldsBack(one, two);
  if (two.next === first) return !foldsBack(two, one);
  return !doMeet(one, two);
}

function collectEdges(rings: readonly (readonly Point[])[]): Edge[] {
  const edges: Edge[] = [];
  for (const ring of rings) {
    const start = edges.length;
    for (let index = 0; index < ring.length; index += 1) {
      const a = ring[index]!;
      const b = ring[(index + 1) % ring.length]!;
      if (a[0] !== b[0] || a[1] !== b[1]) edges.push({ a, b, next: edges.length + 1 });
    }
    const last = edges[edges.length - 1];
    if (edges.length > start && last) last.next = start;
  }
  return edges;
}

/**
 * Tells whether rings are simple closed curves apart from each other: no two edges meet, but neighbours at their common
 * end. Stricter than validity: rings that touch in a point are not apart.
 * @param rings Closed or open, any planar frame; repeated positions do no harm.
 */
export function areRingsSimple(rings: readonly (readonly Point[])[]): boolean {
  const edges = collectEdges(rings);
  if (edges.length <= FEW_EDGES) {
    return edges.every((_, index) => {
      for (let other = index + 1; other < edges.length; other += 1) if (!areApart(edges, index, other)) return false;
      return true;
    });
  }
  const tree = new Flatbush(edges.length);
  for (const { a, b } of edges) {
    tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  tree.finish();
  return edges.every(({ a, b }, index) => {
    const near = tree.search(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
      (other) => other > index && !areApart(edges, index, other),
    );
    return near.length === 0;
  });
}
