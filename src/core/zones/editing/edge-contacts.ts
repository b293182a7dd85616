import Flatbush from 'flatbush';
import { findOrientation } from './orientation.ts';

type Point = readonly [number, number];

/** How edges meet: not at all, in points that an end of one of them lies in, or inside both or along each other. */
export type EdgeContact = 'apart' | 'touching' | 'crossing';

function isBetween(a: Point, b: Point, c: Point): boolean {
  return (
    Math.min(a[0], b[0]) <= c[0] &&
    c[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= c[1] &&
    c[1] <= Math.max(a[1], b[1])
  );
}

function runsAlong(a: Point, b: Point, c: Point, d: Point): boolean {
  const axis = Math.abs(b[0] - a[0]) >= Math.abs(b[1] - a[1]) ? 0 : 1;
  const low = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
  const high = Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]));
  return high > low;
}

function contactOf(a: Point, b: Point, c: Point, d: Point): EdgeContact {
  const [abc, abd, cda, cdb] = [
    findOrientation(a, b, c),
    findOrientation(a, b, d),
    findOrientation(c, d, a),
    findOrientation(c, d, b),
  ];
  if (abc === 0 && abd === 0 && runsAlong(a, b, c, d)) return 'crossing';
  if (abc * abd < 0 && cda * cdb < 0) return 'crossing';
  const touches =
    (abc === 0 && isBetween(a, b, c)) ||
    (abd === 0 && isBetween(a, b, d)) ||
    (cda === 0 && isBetween(c, d, a)) ||
    (cdb === 0 && isBetween(c, d, b));
  return touches ? 'touching' : 'apart';
}

/**
 * Tells the worst way in which the edges of rings meet, apart from neighbours in a ring sharing their common end.
 * @param rings Open rings in any planar frame; a ring of two points or with repeated points counts as crossing.
 */
export function findWorstContact(rings: readonly (readonly Point[])[]): EdgeContact {
  const edges: { a: Point; b: Point; ring: number; place: number; last: boolean }[] = [];
  for (const [index, ring] of rings.entries()) {
    if (ring.length < 3) return 'crossing';
    ring.forEach((a, place) => {
      edges.push({ a, b: ring[(place + 1) % ring.length]!, ring: index, place, last: place === ring.length - 1 });
    });
  }
  if (edges.some(({ a, b }) => a[0] === b[0] && a[1] === b[1])) return 'crossing';
  if (edges.length === 0) return 'apart';
  const tree = new Flatbush(edges.length);
  for (const { a, b } of edges) {
    tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  tree.finish();
  let worst: EdgeContact = 'apart';
  for (const [index, { a, b, ring, place, last }] of edges.entries()) {
    const near = tree.search(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
      (other) => other > index,
    );
    for (const found of near) {
      const other = edges[found]!;
      const follows = other.ring === ring && other.place === place + 1;
      const precedes = other.ring === ring && other.last && place === 0 && !last;
      if (follows || precedes) {
        // Neighbours may only share their end: going back along the same line is a spike.
        const [outer, end] = follows ? [a, other.b] : [b, other.a];
        const common = follows ? b : a;
        if (findOrientation(outer, common, end) === 0 && runsAlong(a, b, other.a, other.b)) return 'crossing';
        continue;
      }
      const contact = contactOf(a, b, other.a, other.b);
      if (contact === 'crossing') return 'crossing';
      if (contact === 'touching') worst = 'touching';
    }
  }
  return worst;
}
