import type { Polygon2, ProjectedXY } from '../../geometry/coordinates.ts';

type Ring = Polygon2[number];
type Point = ProjectedXY;

/** Below this sine of their angle (0.6°) two edges count as parallel. */
const PARALLEL_SINE = 0.01;

/** Where the line through `p` in direction `d` meets the line a–b; `null` when they are parallel. */
function meet(p: Point, d: Point, a: Point, b: Point): Point | null {
  const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
  const cross = d[0] * ey - d[1] * ex;
  if (Math.abs(cross) <= PARALLEL_SINE * Math.hypot(...d) * Math.hypot(ex, ey)) return null;
  const along = ((a[0] - p[0]) * ey - (a[1] - p[1]) * ex) / cross;
  return [p[0] + along * d[0], p[1] + along * d[1]];
}

const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
const plus = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]];

/**
 * Moves a vertex of a ring. With `keepsAngles` its neighbours slide along their other edges so that every edge keeps
 * its direction: a rectangle stays one.
 * @param ring Open, metres of the project CRS. A neighbour whose edges run the same way stays where it is.
 */
export function dragVertex(ring: Ring, vertex: number, to: Point, keepsAngles: boolean): Ring {
  const next = ring.map((point, index) => (index === vertex ? to : point));
  const count = ring.length;
  if (!keepsAngles || count < 4) return next;
  const at = (offset: number) => (vertex + offset + 2 * count) % count;
  for (const side of [-1, 1]) {
    const neighbour = ring[at(side)]!;
    const slid = meet(to, minus(neighbour, ring[vertex]!), neighbour, ring[at(2 * side)]!);
    if (slid) next[at(side)] = slid;
  }
  return next;
}

/**
 * Moves the edge that begins at `vertex` parallel to itself by the part of from → to that is across it; its ends slide
 * along the neighbouring edges, or straight where those run the same way.
 * @param ring Open, metres of the project CRS.
 */
export function dragEdge(ring: Ring, vertex: number, from: Point, to: Point): Ring {
  const count = ring.length;
  const at = (offset: number) => (vertex + offset + count) % count;
  const [a, b] = [ring[vertex]!, ring[at(1)]!];
  const edge = minus(b, a);
  const squared = edge[0] ** 2 + edge[1] ** 2;
  if (squared === 0) return ring;
  const drag = minus(to, from);
  const across = (drag[1] * edge[0] - drag[0] * edge[1]) / squared;
  const shift: Point = [-edge[1] * across, edge[0] * across];
  const [movedA, movedB] = [plus(a, shift), plus(b, shift)];
  return ring.map((point, index) => {
    if (index === vertex) return meet(movedA, edge, ring[at(-1)]!, a) ?? movedA;
    if (index === at(1)) return meet(movedB, edge, b, ring[at(2)]!) ?? movedB;
    return point;
  });
}
