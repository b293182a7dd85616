import type { Projection } from '../../crs/projection.ts';
import type { MultiPolygon2 } from '../../geometry/coordinates.ts';
import type { Zone } from '../zone.ts';

/** The shape of a zone in the units of a CRS (x east, y north), rings as the zone has them, heights left out. */
export function projectShape({ geometry }: Zone, projection: Pick<Projection, 'fromLonLat'>): MultiPolygon2 {
  return geometry.coordinates.map((polygon) =>
    polygon.map((ring) => ring.map(([lon, lat]) => projection.fromLonLat(lon, lat))),
  );
}
