import type { Extent } from '../city/city-manifest.ts';
import { measureExtentGap } from '../geometry/measure-extent-gap.ts';
import { findCrs } from './crs-registry.ts';
import { createProjection, type Projection } from './projection.ts';

/** A coordinate system that the numbers of a source could be in, and how far from the city they would then lie. */
export interface RankedCrs {
  code: string;
  name: string;
  /** The numbers fit with x and y exchanged: northing or latitude first. */
  isSwapped: boolean;
  /** From the nearest edge of the data's extent to that of the city; 0 when they meet. Kilometres on the sphere. */
  distanceKilometers: number;
}

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, step) => first + step);

/** Every planar and geographic system of the registry. */
const TRIED: readonly string[] = [
  4326,
  4490,
  6668,
  28992,
  2263,
  3547,
  3857,
  ...range(4491, 4554),
  ...range(6669, 6687),
  ...range(25828, 25838),
  ...range(32601, 32660),
  ...range(32701, 32760),
].map((number) => `EPSG:${number}`);

/** Degrees beyond the area of use that are still accepted: cities lie across zone borders. */
const MARGIN_DEGREES = 1.5;

/**
 * Extent in degrees of an extent in source numbers, by its corners and middle; `null` when a corner lies outside the
 * area of use (with 1.5° of margin) or is no place.
 */
function placeExtent(extent: Extent, projection: Projection, isSwapped: boolean): Extent | null {
  const [minX, minY, maxX, maxY] = extent;
  const [west, south, east, north] = projection.areaOfUse;
  const found: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const x of [minX, (minX + maxX) / 2, maxX]) {
    for (const y of [minY, (minY + maxY) / 2, maxY]) {
      const [lon, lat] = isSwapped ? projection.toLonLat(y, x) : projection.toLonLat(x, y);
      if (!(lon >= west - MARGIN_DEGREES && lon <= east + MARGIN_DEGREES)) return null;
      if (!(lat >= south - MARGIN_DEGREES && lat <= north + MARGIN_DEGREES && Math.abs(lat) <= 90)) return null;
      found[0] = Math.min(found[0], lon);
      found[1] = Math.min(found[1], lat);
      found[2] = Math.max(found[2], lon);
      found[3] = Math.max(found[3], lat);
    }
  }
  return found;
}

/**
 * Says how far from a city the data would lie in one coordinate system; `null` when it cannot be in it.
 * @param extent Smallest and largest x and y of the source.
 * @param cityExtent West, south, east, north in degrees.
 */
function judgeCrs(code: string, isSwapped: boolean, extent: Extent, cityExtent: Extent): RankedCrs | null {
  const projection = createProjection(code);
  if (!projection.ok) return null;
  const placed = placeExtent(extent, projection.value, isSwapped);
  if (!placed) return null;
  const { name } = projection.value;
  return { code: projection.value.code, name, isSwapped, distanceKilometers: measureExtentGap(placed, cityExtent) };
}

/**
 * Lists the coordinate systems that the numbers of a source can be in, nearest to the city first; of those that lie
 * equally near the project CRS comes first, exchanged axes last.
 * @returns At most `most`; empty when none fits.
 */
export function rankCrs(extent: Extent, cityExtent: Extent, projectCrs: string, most = 8): RankedCrs[] {
  const project = findCrs(projectCrs)?.code ?? projectCrs;
  const codes = [...new Set([project, ...TRIED])];
  const found = codes.flatMap((code) =>
    [false, true].flatMap((isSwapped) => judgeCrs(code, isSwapped, extent, cityExtent) ?? []),
  );
  const order = (ranked: RankedCrs) => Math.round(ranked.distanceKilometers * 10) * 2 + (ranked.isSwapped ? 1 : 0);
  return found
    .map((ranked, place) => ({ ranked, place }))
    .sort((a, b) => order(a.ranked) - order(b.ranked) || a.place - b.place)
    .slice(0, most)
    .map(({ ranked }) => ranked);
}
