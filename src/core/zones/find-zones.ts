import type { LonLat, MultiPolygon2 } from '../geometry/coordinates.ts';
import { isPointInPolygon } from '../geometry/point-in-polygon.ts';
import type { Zone } from './zone.ts';

/** Distance in degrees up to which a position counts as on the edge of a zone; about 0.1 mm. */
const EDGE_TOLERANCE_DEGREES = 1e-9;

const boxes = new WeakMap<Zone, readonly [west: number, south: number, east: number, north: number]>();

/** Box around a zone, reckoned once: most of thousands of zones are told apart by it. */
function boxOf(zone: Zone): readonly [west: number, south: number, east: number, north: number] {
  const known = boxes.get(zone);
  if (known) return known;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [exterior] of zone.geometry.coordinates) {
    for (const [lon, lat] of exterior ?? []) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  const box = [west, south, east, north] as const;
  boxes.set(zone, box);
  return box;
}

function isInBox([lon, lat]: LonLat, zone: Zone): boolean {
  const [west, south, east, north] = boxOf(zone);
  const reach = EDGE_TOLERANCE_DEGREES;
  return lon >= west - reach && lon <= east + reach && lat >= south - reach && lat <= north + reach;
}

/** Polygons of a zone without heights, in degrees. */
export function readZoneShape(zone: Zone): MultiPolygon2 {
  return zone.geometry.coordinates as unknown as MultiPolygon2;
}

/**
 * Finds the zones that a position lies in, in the order given; the edge of a zone belongs to it, its holes do not.
 * @param position Longitude, latitude in degrees. Zone edges are straight lines in degrees.
 */
export function findZonesAt(zones: readonly Zone[], position: LonLat): Zone[] {
  return zones.filter(
    (zone) => isInBox(position, zone) && isPointInPolygon(position, readZoneShape(zone), EDGE_TOLERANCE_DEGREES),
  );
}
