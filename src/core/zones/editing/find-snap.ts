import type { MultiPolygon2, ProjectedXY } from '../../geometry/coordinates.ts';
import { nearestOnEdge } from './nearest-on-edge.ts';
import type { Sketch, SnapHit } from './sketch.ts';
import { SNAP_KINDS, type SnapIndex } from './snap-index.ts';

/** Nearest hit of each rank: a vertex within reach wins over a middle, a middle over any other place of an edge. */
type Ranks = [vertex: Found | null, middle: Found | null, edge: Found | null];

interface Found {
  hit: SnapHit;
  distance: number;
}

const PLACES = ['vertex', 'middle', 'edge'] as const;

function offerEdge(ranks: Ranks, a: ProjectedXY, b: ProjectedXY, at: ProjectedXY, most: number, owner: string): void {
  const offer = (rank: 0 | 1 | 2, point: ProjectedXY, distance: number) => {
    const best = ranks[rank];
    if (distance > most || (best && best.distance <= distance)) return;
    const kind = owner === 'building' || owner === 'street' ? owner : PLACES[rank];
    ranks[rank] = { hit: { point, kind }, distance };
  };
  const nearest = nearestOnEdge(a, b, at);
  if (nearest.distance > most) return;
  offer(2, nearest.point, nearest.distance);
  const middle: ProjectedXY = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  for (const [rank, point] of [
    [0, a],
    [0, b],
    [1, middle],
  ] as const) {
    offer(rank, point, Math.hypot(point[0] - at[0], point[1] - at[1]));
  }
}

/** Rings of the sketch itself; of the ring that is being dragged, edges at the moving vertex are no target. */
function offerSketch(ranks: Ranks, sketch: Sketch, at: ProjectedXY, most: number): void {
  const handle = sketch.grabbed?.handle;
  if (handle && handle.kind !== 'vertex' && handle.kind !== 'middle') return;
  const base: MultiPolygon2 = sketch.base;
  base.forEach((polygon, polygonIndex) => {
    polygon.forEach((ring, ringIndex) => {
      const isDragged = handle?.polygon === polygonIndex && handle.ring === ringIndex;
      ring.forEach((a, vertex) => {
        const next = (vertex + 1) % ring.length;
        const moves = isDragged && (handle.vertex === vertex || (handle.kind === 'vertex' && handle.vertex === next));
        if (!moves) offerEdge(ranks, a, ring[next]!, at, most, 'zone');
      });
    });
  });
}

/** Tools whose ring closes on its first point. */
const CLOSING_TOOLS: readonly string[] = ['polygon', 'trace', 'hole', 'part'];

/**
 * Finds what the pointer snaps to: the first point of the stroke (closes it), else the nearest vertex, else the nearest
 * middle of an edge, else the nearest place on an edge, among the indexed outlines and the sketch's own.
 * @param toleranceMeters Reach, metres of the project CRS, that is a few pixels at the pointer.
 * @param sketch Its own resting edges are targets too, but not the vertex that moves nor its two edges.
 * @returns `null` when nothing is within reach. Hits on buildings and streets tell so instead of vertex, middle or edge.
 */
export function findSnap(
  indexes: readonly SnapIndex[],
  at: ProjectedXY,
  toleranceMeters: number,
  sketch?: Sketch,
): SnapHit | null {
  const start = sketch?.points[0];
  if (sketch && start && sketch.points.length > 2 && CLOSING_TOOLS.includes(sketch.tool)) {
    const distance = Math.hypot(start[0] - at[0], start[1] - at[1]);
    if (distance <= toleranceMeters) return { point: start, kind: 'start' };
  }
  const ranks: Ranks = [null, null, null];
  for (const { tree, edges, kinds } of indexes) {
    const [x, y, reach] = [at[0], at[1], toleranceMeters];
    for (const edge of tree?.search(x - reach, y - reach, x + reach, y + reach) ?? []) {
      const from = edge * 4;
      const a: ProjectedXY = [edges[from]!, edges[from + 1]!];
      const b: ProjectedXY = [edges[from + 2]!, edges[from + 3]!];
      offerEdge(ranks, a, b, at, toleranceMeters, SNAP_KINDS[kinds[edge]!]!);
    }
  }
  if (sketch) offerSketch(ranks, sketch, at, toleranceMeters);
  return (ranks[0] ?? ranks[1] ?? ranks[2])?.hit ?? null;
}
