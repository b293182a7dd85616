import type { Extent } from '../city/city-manifest.ts';
import { readZoneShape } from './find-zones.ts';
import type { Zone } from './zone.ts';

/** West, south, east, north of a zone in degrees; exteriors bound it. */
export function measureZoneExtent(zone: Zone): Extent {
  const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of readZoneShape(zone).flatMap((polygon) => polygon[0] ?? [])) {
    extent[0] = Math.min(extent[0], lon);
    extent[1] = Math.min(extent[1], lat);
    extent[2] = Math.max(extent[2], lon);
    extent[3] = Math.max(extent[3], lat);
  }
  return extent;
}
