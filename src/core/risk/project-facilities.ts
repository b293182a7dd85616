import type { Facility } from '../city/facility.ts';
import type { Projection } from '../crs/projection.ts';
import type { FacilityPlaces } from './facility-count.ts';

/** Brings facilities to the project CRS, metres, in their order. */
export function projectFacilities(
  facilities: readonly Facility[],
  projection: Pick<Projection, 'fromLonLat'>,
): FacilityPlaces {
  const places = facilities.map(({ geometry: { coordinates } }) => projection.fromLonLat(...coordinates));
  return { x: Float64Array.from(places, ([x]) => x), y: Float64Array.from(places, ([, y]) => y) };
}
