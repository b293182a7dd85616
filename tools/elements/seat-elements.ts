import type { Projection } from '../../src/core/crs/projection.ts';
import type { Elevation } from '../terrain/elevation.ts';
import type { CityElement } from './city-element.ts';

/**
 * Gives elements without a base height the lowest ground under their outline, in place, and marks it as derived, so that
 * no corner floats.
 */
export function seatElements(elements: readonly CityElement[], elevation: Elevation, projection: Projection): void {
  for (const { attributes, derived, footprint, shape } of elements) {
    if (attributes.baseHeightMeters !== null || shape.type !== 'extrusion') continue;
    let lowest = Infinity;
    for (const [x, y] of footprint.flatMap((polygon) => polygon[0] ?? [])) {
      const [lon, lat] = projection.toLonLat(x, y);
      lowest = Math.min(lowest, elevation.heightAt(lon, lat));
    }
    if (!Number.isFinite(lowest)) continue;
    attributes.baseHeightMeters = lowest;
    derived.baseHeightMeters = 'base.from-terrain';
  }
}
