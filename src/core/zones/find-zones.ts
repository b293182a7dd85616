import type { LonLat, MultiPolygon2 } from '../geometry/coordinates.ts';
import { isPointInPolygon } from '../geometry/point-in-polygon.ts';
import type { Zone } from './zone.ts';

/** Distance in degrees up to which a position counts as on the edge of a zone; about 0.1 mm. */
const EDGE_TOLERANCE_DEGREES = 1e-9;

/** Polygons of a zone without heights, in degrees. */
export function readZoneShape(zone: Zone): MultiPolygon2 {
  return zone.geometry.coordinates as unknown as MultiPolygon2;
}

/**
 * Finds the zones that a position lies in, in the order given; the edge of a zone belongs to it, its holes do not.
 * @param position Longitude, latitude in degrees. Zone edges are straight lines in degrees.
 */
export function findZonesAt(zones: readonly Zone[], position: LonLat): Zone[] {
  return zones.filter((zone) => isPointInPolygon(position, readZoneShape(zone), EDGE_TOLERANCE_DEGREES));
}
