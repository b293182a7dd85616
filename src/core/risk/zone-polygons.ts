import type { RiskLevel } from '../city/hazard.ts';
import type { Projection } from '../crs/projection.ts';
import type { MultiPolygon2 } from '../geometry/coordinates.ts';
import type { Zone } from '../zones/zone.ts';

/** What measuring needs of a zone: polygons in metres of the project CRS, holes as further rings. */
export interface ZonePolygons {
  id: string;
  level: RiskLevel;
  polygons: MultiPolygon2;
}

/**
 * Brings zones to the project CRS. Vertices are projected as they are and edges are straight in the project CRS, as
 * planning software does; against a line straight in degrees an edge of 1 km at 40° north is off by 1.6 cm at its
 * middle (growing with the square of its length).
 */
export function projectZones(zones: readonly Zone[], projection: Pick<Projection, 'fromLonLat'>): ZonePolygons[] {
  return zones.map((zone) => ({
    id: zone.properties.id,
    level: zone.properties.level ?? 'unrated',
    polygons: zone.geometry.coordinates.map((polygon) =>
      polygon.map((ring) => ring.map(([lon, lat]) => projection.fromLonLat(lon, lat))),
    ),
  }));
}
