import type { Projection } from '../../crs/projection.ts';
import type { MultiPolygon2, ProjectedXY } from '../../geometry/coordinates.ts';
import { isPointInPolygon } from '../../geometry/point-in-polygon.ts';
import { nearestOnEdge } from '../editing/nearest-on-edge.ts';
import { createSnapIndex, type SnapIndex } from '../editing/snap-index.ts';
import { type PlacedZones, pairNeighbours } from './place-zones.ts';
import type { PlacedZone, TopologyFinding } from './topology-finding.ts';

/** Edges nearer than this lie on each other; outlines in degrees are rounded to 0.1 mm. */
export const TOUCHING_METERS = 1e-3;

/** Edges of a shape, ready to be searched. */
export function indexShape(shape: MultiPolygon2): SnapIndex {
  return createSnapIndex([
    { kind: 'zone', lines: shape.flat().map((ring) => Float64Array.from([...ring, ring[0]!].flat())) },
  ]);
}

/** Nearest place on the edges of a shape within reach; `null` when there is none. */
export function nearestPlace(
  { tree, edges }: SnapIndex,
  at: ProjectedXY,
  reach: number,
): { point: ProjectedXY; distance: number } | null {
  let best: { point: ProjectedXY; distance: number } | null = null;
  for (const edge of tree?.search(at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach) ?? []) {
    const from = edge * 4;
    const found = nearestOnEdge([edges[from]!, edges[from + 1]!], [edges[from + 2]!, edges[from + 3]!], at);
    if (found.distance <= reach && (!best || found.distance < best.distance)) best = found;
  }
  return best;
}

/** Widest place at which a vertex of one zone looks across open ground at the edge of another. */
function widestGap(from: PlacedZone, to: SnapIndex, reach: number, isCovered: (at: ProjectedXY) => boolean) {
  let widest: { middle: ProjectedXY; width: number } | null = null;
  for (const vertex of from.shape.flat(2)) {
    const found = nearestPlace(to, vertex, reach);
    if (!found || found.distance <= TOUCHING_METERS || (widest && found.distance <= widest.width)) continue;
    const middle: ProjectedXY = [(vertex[0] + found.point[0]) / 2, (vertex[1] + found.point[1]) / 2];
    if (!isCovered(middle)) widest = { middle, width: found.distance };
  }
  return widest;
}

/**
 * Finds neighbours of one hazard with open ground between them that is narrower than a limit.
 * @param gapMeters Widest gap that counts. A gap is measured from vertices to edges and told once a pair, at its widest.
 */
export function findGaps(
  placed: PlacedZones,
  gapMeters: number,
  projection: Pick<Projection, 'toLonLat'>,
): TopologyFinding[] {
  const indexes = new Map<string, SnapIndex>();
  const indexOf = (zone: PlacedZone) => {
    const known = indexes.get(zone.id) ?? indexShape(zone.shape);
    indexes.set(zone.id, known);
    return known;
  };
  const isCovered = ([x, y]: ProjectedXY) =>
    placed.tree!.search(x, y, x, y).some((zone) => isPointInPolygon([x, y], placed.zones[zone]!.shape));
  const findings: TopologyFinding[] = [];
  for (const [a, b] of pairNeighbours(placed, gapMeters)) {
    const sides = [widestGap(a, indexOf(b), gapMeters, isCovered), widestGap(b, indexOf(a), gapMeters, isCovered)];
    const [one, other] = sides;
    const gap = one && (!other || one.width >= other.width) ? one : other;
    if (!gap) continue;
    findings.push({
      kind: 'gap',
      zoneIds: [a.id, b.id],
      place: projection.toLonLat(gap.middle[0], gap.middle[1]),
      areaSquareMeters: null,
      widthMeters: gap.width,
      polygon: null,
    });
  }
  return findings;
}
