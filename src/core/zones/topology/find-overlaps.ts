import type { Projection } from '../../crs/projection.ts';
import type { ProjectedXY } from '../../geometry/coordinates.ts';
import { findInnerPoint } from '../../geometry/inner-point.ts';
import { measurePlanArea } from '../../geometry/plan-area.ts';
import { isPointInPolygon } from '../../geometry/point-in-polygon.ts';
import { type Box2, prepareRegion, type Region } from '../../geometry/region.ts';
import { clipShapes } from '../editing/clip-shapes.ts';
import { type PlacedZones, pairNeighbours } from './place-zones.ts';
import { measureSharedArea } from './shared-area.ts';
import type { PlacedZone, TopologyFinding } from './topology-finding.ts';

/** Outlines in degrees are rounded to 0.1 mm: along a kilometre of common edge that is up to 0.1 m². */
const LEAST_OVERLAP_SQUARE_METERS = 0.1;

/** Two zones of which this share is common are one drawn twice. */
const DUPLICATE_SHARE = 0.999;

/** A place that lies in both: the middle of the common box when it does, else the inmost place of what they share. */
function placeOfOverlap(a: PlacedZone, b: PlacedZone, box: Box2): ProjectedXY {
  const middle: ProjectedXY = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  if (isPointInPolygon(middle, a.shape) && isPointInPolygon(middle, b.shape)) return middle;
  const common = clipShapes('intersection', a.shape, b.shape);
  const largest = common.reduce(
    (best, polygon) => (measurePlanArea([polygon]) > measurePlanArea([best]) ? polygon : best),
    common[0] ?? [],
  );
  return findInnerPoint(largest.map((ring) => [...ring, ring[0]!])) ?? middle;
}

/** Finds pairs of zones of one hazard that share area; see `TopologyFinding`. */
export function findOverlaps(placed: PlacedZones, projection: Pick<Projection, 'toLonLat'>): TopologyFinding[] {
  const findings: TopologyFinding[] = [];
  const prepared = new Map<PlacedZone, Region[]>();
  const regionsOf = (zone: PlacedZone) => {
    const known = prepared.get(zone) ?? zone.shape.flatMap((polygon) => prepareRegion(polygon) ?? []);
    prepared.set(zone, known);
    return known;
  };
  for (const [a, b] of pairNeighbours(placed, 0)) {
    const box: Box2 = [
      Math.max(a.box[0], b.box[0]),
      Math.max(a.box[1], b.box[1]),
      Math.min(a.box[2], b.box[2]),
      Math.min(a.box[3], b.box[3]),
    ];
    const area = measureSharedArea(regionsOf(a), regionsOf(b), box);
    if (area < LEAST_OVERLAP_SQUARE_METERS) continue;
    const inner = placeOfOverlap(a, b, box);
    const greater = Math.max(measurePlanArea(a.shape), measurePlanArea(b.shape));
    findings.push({
      kind: area >= DUPLICATE_SHARE * greater ? 'duplicate' : 'overlap',
      zoneIds: [a.id, b.id],
      place: projection.toLonLat(inner[0], inner[1]),
      areaSquareMeters: area,
      widthMeters: null,
      polygon: null,
    });
  }
  return findings;
}
