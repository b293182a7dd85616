import type { Path64 } from 'clipper2-ts';
import Flatbush from 'flatbush';
import { findOrientation } from './orientation.ts';

type Point = readonly [number, number];

const keyOf = ([x, y]: Point) => `${x},${y}`;

/** Inserts every vertex that lies on an edge of a ring into that edge. */
function insertVertices(paths: readonly Path64[]): [Point, Point][] {
  const points = paths.flatMap((path) => path.map(({ x, y }): Point => [x, y]));
  if (points.length === 0) return [];
  const tree = new Flatbush(points.length);
  for (const [x, y] of points) tree.add(x, y, x, y);
  tree.finish();
  const edges: [Point, Point][] = [];
  for (const path of paths) {
    for (let place = 0; place < path.length; place += 1) {
      const [start, stop] = [path[place]!, path[(place + 1) % path.length]!];
      const from: Point = [start.x, start.y];
      const to: Point = [stop.x, stop.y];
      const distance = ([x, y]: Point) => Math.abs(x - from[0]) + Math.abs(y - from[1]);
      const length = distance(to);
      const between = tree
        .search(Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1]))
        .map((index) => points[index]!)
        .filter((point) => distance(point) > 0 && distance(point) < length && findOrientation(from, to, point) === 0)
        .sort((a, b) => distance(a) - distance(b));
      let last = from;
      for (const point of [...between, to]) {
        if (keyOf(point) === keyOf(last)) continue;
        edges.push([last, point]);
        last = point;
      }
    }
  }
  return edges;
}

/** Edges that lie on each other in opposite directions bound nothing. */
function cancelOpposites(edges: readonly [Point, Point][]): [Point, Point][] {
  const kept = new Map<string, [Point, Point][]>();
  for (const [from, to] of edges) {
    const opposite = kept.get(`${keyOf(to)} ${keyOf(from)}`);
    if (opposite && opposite.length > 0) {
      opposite.pop();
      continue;
    }
    const key = `${keyOf(from)} ${keyOf(to)}`;
    const same = kept.get(key);
    if (same) same.push([from, to]);
    else kept.set(key, [[from, to]]);
  }
  return [...kept.values()].flat();
}

/**
 * The edges of rings with every vertex that lies on an edge made an end of it; edges that lie on each other in
 * opposite directions vanish.
 * @param paths Rings on whole numbers that do not cross.
 */
export function nodeRings(paths: readonly Path64[]): [Point, Point][] {
  return cancelOpposites(insertVertices(paths));
}
