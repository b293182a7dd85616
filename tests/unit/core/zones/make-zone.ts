import type { MultiPolygon2 } from '../../../../src/core/geometry/coordinates.ts';
import type { Zone } from '../../../../src/core/zones/zone.ts';

/** A square ring of half the given width around a place. */
export function ringAround(lon: number, lat: number, half: number): [number, number][] {
  return [
    [lon - half, lat - half],
    [lon + half, lat - half],
    [lon + half, lat + half],
    [lon - half, lat + half],
    [lon - half, lat - half],
  ];
}

/** A flood zone of the given polygons. */
export function makeZone(id: string, polygons: MultiPolygon2, properties: Partial<Zone['properties']> = {}): Zone {
  return {
    type: 'Feature',
    geometry: {
      type: 'MultiPolygon',
      coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]): [number, number] => [x, y]))),
    },
    properties: { id, name: null, hazard: 'flood', dataset: 'zones', source: {}, ...properties },
  };
}
