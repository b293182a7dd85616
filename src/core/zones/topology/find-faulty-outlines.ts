import type { Projection } from '../../crs/projection.ts';
import type { Polygon2 } from '../../geometry/coordinates.ts';
import { measurePlanArea } from '../../geometry/plan-area.ts';
import { findWorstContact } from '../editing/edge-contacts.ts';
import type { PlacedZones } from './place-zones.ts';
import type { TopologyFinding } from './topology-finding.ts';

/** 4π · area / perimeter²: 1 for a circle, 0.79 for a square, 0.05 for a strip of 1 : 60. */
const THINNEST_ROUNDNESS = 0.05;

function measurePerimeter(polygon: Polygon2): number {
  return polygon.reduce(
    (sum, ring) =>
      ring.reduce((length, [x, y], place) => {
        const next = ring[(place + 1) % ring.length]!;
        return length + Math.hypot(next[0] - x, next[1] - y);
      }, sum),
    0,
  );
}

/**
 * Finds slivers (thinner than 1 : 60 and on average narrower than `sliverMeters`) and zones whose rings touch or cross.
 */
export function findFaultyOutlines(
  { zones }: PlacedZones,
  sliverMeters: number,
  projection: Pick<Projection, 'toLonLat'>,
): TopologyFinding[] {
  return zones.flatMap(({ id, shape }) => {
    const findings: TopologyFinding[] = [];
    const [x, y] = shape[0]![0]![0]!;
    if (findWorstContact(shape.flat()) !== 'apart') {
      const place = projection.toLonLat(x, y);
      findings.push({
        kind: 'selfTouch',
        zoneIds: [id],
        place,
        areaSquareMeters: null,
        widthMeters: null,
        polygon: null,
      });
    }
    shape.forEach((polygon, index) => {
      const area = measurePlanArea([polygon]);
      const perimeter = measurePerimeter(polygon);
      const widthMeters = (2 * area) / perimeter;
      if ((4 * Math.PI * area) / perimeter ** 2 > THINNEST_ROUNDNESS || widthMeters > sliverMeters) return;
      const place = projection.toLonLat(polygon[0]![0]![0], polygon[0]![0]![1]);
      findings.push({ kind: 'sliver', zoneIds: [id], place, areaSquareMeters: area, widthMeters, polygon: index });
    });
    return findings;
  });
}
