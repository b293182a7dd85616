import type { Outcome } from '../../city/issue.ts';
import type { Projection } from '../../crs/projection.ts';
import type { MultiPolygon2 } from '../../geometry/coordinates.ts';
import type { Zone } from '../zone.ts';
import { crossesAntimeridian, isInAreaOfUse } from './area-of-use.ts';
import { refuseSketch } from './refuse-sketch.ts';

/** A zone with more vertices is shown and counted, but not edited by hand. */
export const MOST_ZONE_VERTICES = 100_000;

/**
 * Brings the outline of a zone to metres of the project CRS for editing.
 * @returns Polygons with open rings, as many and in the order the zone has them; heights are left out.
 * Errors: `sketch.antimeridian`, `sketch.outsideArea`, `sketch.tooManyVertices` (more than 100,000).
 */
export function sketchOfZone(
  zone: Zone,
  projection: Pick<Projection, 'fromLonLat' | 'areaOfUse' | 'code'>,
): Outcome<MultiPolygon2> {
  const { coordinates } = zone.geometry;
  const { id } = zone.properties;
  const count = coordinates.reduce((sum, polygon) => polygon.reduce((inner, ring) => inner + ring.length - 1, sum), 0);
  if (count > MOST_ZONE_VERTICES) {
    return refuseSketch('sketch.tooManyVertices', { count, most: MOST_ZONE_VERTICES }, id);
  }
  const shape: (readonly [number, number])[][][] = [];
  for (const polygon of coordinates) {
    const rings: (readonly [number, number])[][] = [];
    for (const ring of polygon) {
      if (crossesAntimeridian(ring)) return refuseSketch('sketch.antimeridian', {}, id);
      const outside = ring.find((position) => !isInAreaOfUse(position[0], position[1], projection.areaOfUse));
      if (outside) {
        return refuseSketch('sketch.outsideArea', { lon: outside[0], lat: outside[1], crs: projection.code }, id);
      }
      const [first, last] = [ring[0]!, ring.at(-1)!];
      const isClosed = first[0] === last[0] && first[1] === last[1];
      rings.push((isClosed ? ring.slice(0, -1) : ring).map(([lon, lat]) => projection.fromLonLat(lon, lat)));
    }
    shape.push(rings);
  }
  return { ok: true, value: shape };
}
