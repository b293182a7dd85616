import type { RiskLevel } from '../city/hazard.ts';
import type { Projection } from '../crs/projection.ts';
import type { Zone } from '../zones/zone.ts';

/** A zone with its running number in tables and figures and its plan area. */
export interface NumberedZone {
  zone: Zone;
  /** From 1, in table order. */
  number: number;
  level: RiskLevel;
  areaSquareMeters: number;
}

type Ring = readonly (readonly number[])[];

function ringArea(ring: Ring, projection: Projection): number {
  const points = ring.map((position) => projection.fromLonLat(position[0] ?? 0, position[1] ?? 0));
  const origin = points[0] ?? [0, 0];
  let doubled = 0;
  for (let index = 0; index + 1 < points.length; index += 1) {
    const [ax, ay] = points[index] ?? origin;
    const [bx, by] = points[index + 1] ?? origin;
    doubled += (ax - origin[0]) * (by - origin[1]) - (bx - origin[0]) * (ay - origin[1]);
  }
  return Math.abs(doubled) / 2;
}

function zoneArea(zone: Zone, projection: Projection): number {
  let area = 0;
  for (const [exterior, ...holes] of zone.geometry.coordinates) {
    area += exterior ? ringArea(exterior, projection) : 0;
    for (const hole of holes) area -= ringArea(hole, projection);
  }
  return area;
}

/**
 * Gives every zone its number for tables and figures, in the order given, with its level and its area in m² of the
 * project CRS (exterior less holes).
 */
export function numberZones(zones: readonly Zone[], projection: Projection): NumberedZone[] {
  return zones.map((zone, index) => ({
    zone,
    number: index + 1,
    level: zone.properties.level ?? 'unrated',
    areaSquareMeters: zoneArea(zone, projection),
  }));
}
