import type { CodedColumn } from './building-codes.ts';
import type { BuildingFootprints } from './building-footprints.ts';
import type { ExposureShare } from './live-exposure.ts';

/** Adds up exposed buildings by the values of one text column. */
export interface ExposureBreakdown {
  /** Adds a building that counts, with so much of its footprint inside, square metres. */
  add(row: number, area: number): void;
  /** Values that occur, most buildings first. */
  toShares(): ExposureShare[];
}

const FIELDS = 4;

/** Starts a breakdown at nothing. */
export function createExposureBreakdown(buildings: BuildingFootprints, column: CodedColumn): ExposureBreakdown {
  const sums = new Float64Array(column.values.length * FIELDS);
  const { planArea, floorArea, peopleDay, peopleNight } = buildings;
  const known = (value: number) => (Number.isNaN(value) ? 0 : value);
  return {
    add(row, area) {
      const share = Math.min(1, area / planArea[row]!);
      const at = column.codes[row]! * FIELDS;
      sums[at]! += 1;
      sums[at + 1]! += known(floorArea[row]!) * share;
      sums[at + 2]! += known(peopleDay[row]!) * share;
      sums[at + 3]! += known(peopleNight[row]!) * share;
    },
    toShares: () =>
      column.values
        .map((code, place) => {
          const [buildings = 0, floorAreaSquareMeters = 0, day = 0, night = 0] = sums.subarray(place * FIELDS);
          return { code, buildings, floorAreaSquareMeters, peopleDay: day, peopleNight: night };
        })
        .filter((share) => share.buildings > 0)
        .sort((a, b) => b.buildings - a.buildings),
  };
}
