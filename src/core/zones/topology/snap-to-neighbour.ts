import type { MultiPolygon2, Polygon2, ProjectedXY } from '../../geometry/coordinates.ts';
import { nearestOnEdge } from '../editing/nearest-on-edge.ts';
import { settleShape } from '../editing/settle-shape.ts';
import { indexShape, nearestPlace } from './find-gaps.ts';

type Ring = Polygon2[number];

function nearestVertex(vertices: readonly ProjectedXY[], at: ProjectedXY, reach: number): ProjectedXY | null {
  let best: ProjectedXY | null = null;
  let least = reach;
  for (const vertex of vertices) {
    const distance = Math.hypot(vertex[0] - at[0], vertex[1] - at[1]);
    if (distance > least) continue;
    best = vertex;
    least = distance;
  }
  return best;
}

/** Puts vertices of the neighbour that lie near an edge of the ring into that edge. */
function takeVertices(ring: Ring, vertices: readonly ProjectedXY[], reach: number): Ring {
  const known = new Set(ring.map(([x, y]) => `${x},${y}`));
  return ring.flatMap((a, place) => {
    const b = ring[(place + 1) % ring.length]!;
    const along = ([x, y]: ProjectedXY) => (x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1]);
    const length = along(b);
    const taken = vertices.filter((vertex) => {
      const part = along(vertex);
      const isBetween = part > 0 && part < length && nearestOnEdge(a, b, vertex).distance <= reach;
      return isBetween && !known.has(`${vertex[0]},${vertex[1]}`);
    });
    return [a, ...taken.sort((p, q) => along(p) - along(q))];
  });
}

/**
 * Closes gaps and overlaps up to a width: vertices near the neighbour move to its nearest vertex, or else onto its
 * edge, and its vertices near an edge become vertices of that edge, so that both run along each other.
 * @param shape Open rings, metres of the project CRS, as `neighbour`, which stays as it is.
 * @returns The mended shape; empty when nothing of it is left.
 * Limits: compares vertices near the neighbour one by one.
 */
export function snapToNeighbour(shape: MultiPolygon2, neighbour: MultiPolygon2, reachMeters: number): MultiPolygon2 {
  const index = indexShape(neighbour);
  const own = indexShape(shape);
  const vertices = neighbour.flat(2).filter((vertex) => nearestPlace(own, vertex, reachMeters));
  const snapped = shape.map((polygon) =>
    polygon.map((ring) => {
      const moved = ring.map(
        (vertex): ProjectedXY =>
          nearestPlace(index, vertex, reachMeters)
            ? (nearestVertex(vertices, vertex, reachMeters) ?? nearestPlace(index, vertex, reachMeters)!.point)
            : vertex,
      );
      return takeVertices(moved, vertices, reachMeters);
    }),
  );
  return settleShape(snapped);
}
