import type { LonLat, Polygon2 } from '../geometry/coordinates.ts';
import { findInnerPoint } from '../geometry/inner-point.ts';
import { measureSignedArea } from '../geometry/signed-area.ts';
import { readZoneShape } from './find-zones.ts';
import type { Zone } from './zone.ts';

/**
 * Finds where to write the name of a zone: the place in its largest polygon that is farthest from the edges.
 * @returns Degrees; the first position of the zone when none of its polygons has an area.
 */
export function findLabelPosition(zone: Zone): LonLat {
  const shape = readZoneShape(zone);
  const area = (polygon: Polygon2) => Math.abs(measureSignedArea(polygon[0] ?? []));
  const largest = shape.reduce((best, polygon) => (area(polygon) > area(best) ? polygon : best), shape[0]!);
  const [firstLon, firstLat] = largest[0]![0]!;
  // Degrees of longitude are shorter than those of latitude; equal axes make "farthest" mean what the eye sees.
  const shrink = Math.cos((firstLat * Math.PI) / 180);
  const point = findInnerPoint(largest.map((ring) => ring.map(([lon, lat]): [number, number] => [lon * shrink, lat])));
  return point ? [point[0] / shrink, point[1]] : [firstLon, firstLat];
}
