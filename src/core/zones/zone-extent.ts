import type { Extent } from '../city/city-manifest.ts';
import type { Zone } from './zone.ts';

/** Bounding box of a zone in degrees; exteriors suffice, since holes lie inside them. */
export function zoneExtent(zone: Zone): Extent {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of zone.geometry.coordinates) {
    for (const [lon, lat] of polygon[0] ?? []) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}
