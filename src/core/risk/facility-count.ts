import { RISK_LEVELS } from '../city/hazard.ts';
import { type PlanarShape, prepareShape } from '../geometry/planar-shape.ts';
import { createPointGrid, meetPoints } from '../geometry/point-grid.ts';
import type { ZonePolygons } from './zone-polygons.ts';

/** Places of critical facilities, metres of the project CRS. */
export interface FacilityPlaces {
  x: Float64Array;
  y: Float64Array;
}

/** Facilities in zones: gross by zone, and each once at its highest level, in the order of `RISK_LEVELS`. */
export interface FacilityCount {
  zones: number[];
  byLevel: number[];
  union: number;
}

/** Counts facilities again and again; zones that stay the same objects are laid only once. */
export interface FacilityCounter {
  /** Facilities that lie in the zones or on their edges. Yields after every zone that is new. */
  count(zones: readonly ZonePolygons[]): Generator<void, FacilityCount>;
}

/** Prepares counting; facilities without a place (NaN) are nowhere. */
export function createFacilityCounter({ x, y }: FacilityPlaces): FacilityCounter {
  const grid = createPointGrid(x, y);
  const laid = new WeakMap<ZonePolygons, readonly number[]>();
  function lay(shape: PlanarShape): number[] {
    const places: number[] = [];
    meetPoints(grid, shape, {
      cells(first, last) {
        for (let place = grid.cellStarts[first]!; place < grid.cellStarts[last + 1]!; place += 1) places.push(place);
      },
      point: (place) => void places.push(place),
    });
    return places;
  }
  return {
    *count(zones) {
      const ranks = new Uint8Array(grid.order.length).fill(RISK_LEVELS.length);
      const gross: number[] = [];
      for (const zone of zones) {
        let places = laid.get(zone);
        if (!places) {
          places = lay(prepareShape(zone.polygons));
          laid.set(zone, places);
          yield;
        }
        gross.push(places.length);
        const rank = RISK_LEVELS.indexOf(zone.level);
        for (const place of places) ranks[place] = Math.min(ranks[place]!, rank);
      }
      const byLevel = RISK_LEVELS.map((_, rank) => ranks.reduce((sum, each) => sum + (each === rank ? 1 : 0), 0));
      return { zones: gross, byLevel, union: byLevel.reduce((sum, each) => sum + each, 0) };
    },
  };
}
