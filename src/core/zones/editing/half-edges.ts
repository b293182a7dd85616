import { findOrientation } from './orientation.ts';

type Point = readonly [number, number];

/** One direction of an edge. Half-edge 2i runs along edge i, 2i + 1 back; the twin of h is h ^ 1. */
export interface HalfEdges {
  from: readonly Point[];
  to: readonly Point[];
  /** Next half-edge around the face on the left. */
  next: Int32Array;
  /** Half-edges that leave each vertex, counter-clockwise from the direction straight down. */
  leaving: ReadonlyMap<string, readonly number[]>;
}

/** Key of a vertex on whole numbers. */
export const vertexKey = ([x, y]: Point) => `${x},${y}`;

/** Order around a vertex, counter-clockwise from straight down: −90° ≤ angle < 270°. */
function compareAround(centre: Point, a: Point, b: Point): number {
  const isLeft = ([x, y]: Point) => x < centre[0] || (x === centre[0] && y > centre[1]);
  if (isLeft(a) !== isLeft(b)) return isLeft(a) ? 1 : -1;
  return -findOrientation(centre, a, b);
}

/**
 * Joins edges to faces: which half-edge follows which around the area on its left.
 * @param edges Whole numbers, each once in either direction; they meet in their ends only.
 */
export function joinHalfEdges(edges: readonly (readonly [Point, Point])[]): HalfEdges {
  const from = edges.flat();
  const to = edges.flatMap(([a, b]) => [b, a]);
  const leaving = new Map<string, number[]>();
  from.forEach((point, half) => {
    const key = vertexKey(point);
    const known = leaving.get(key);
    if (known) known.push(half);
    else leaving.set(key, [half]);
  });
  const next = new Int32Array(from.length);
  for (const halves of leaving.values()) {
    halves.sort((h, k) => compareAround(from[h]!, to[h]!, to[k]!));
    // Coming back along a half-edge, the face on the left goes on with the one before it, clockwise.
    halves.forEach((half, place) => {
      next[half ^ 1] = halves[(place + halves.length - 1) % halves.length]!;
    });
  }
  return { from, to, next, leaving };
}
