import type { LonLat } from '../geometry/coordinates.ts';
import type { Shelter } from './shelter.ts';

const METERS_PER_DEGREE = 111_320;

/**
 * The shelters nearest to a place as the crow flies, nearest first; fewer than `limit` when there are fewer.
 * Distances in metres on a local plane at the place's latitude: within 0.5 % for the 20 km that a city spans.
 */
export function nearestShelters(
  shelters: readonly Shelter[],
  place: LonLat,
  limit: number,
): { shelter: Shelter; distanceMeters: number }[] {
  const [lon, lat] = place;
  const eastScale = METERS_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return shelters
    .map((shelter) => {
      const [x, y] = shelter.geometry.coordinates;
      return { shelter, distanceMeters: Math.hypot((x - lon) * eastScale, (y - lat) * METERS_PER_DEGREE) };
    })
    .sort((a, b) => a.distanceMeters - b.distanceMeters)
    .slice(0, limit);
}
