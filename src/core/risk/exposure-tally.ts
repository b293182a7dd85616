import type { BuildingFootprints } from './building-footprints.ts';
import type { Exposure } from './exposure.ts';
import { LEAST_AREA_SQUARE_METERS } from './footprint-overlay.ts';

/** Adds up exposed buildings; what was added can be taken away again without a trace. */
export interface ExposureTally {
  /** Adds a building with so much of its footprint inside, square metres; the least area that counts is the rule's. */
  add(row: number, area: number): void;
  /** Takes away what was added with the same row and area. */
  remove(row: number, area: number): void;
  /** Adds what another tally counted (sign 1), or takes it away (−1). */
  join(state: Float64Array, sign: 1 | -1): void;
  toExposure(): Exposure;
  /** For `join`: sums with their rounding (footprint, floor, people by day, by night), then counts. */
  readonly state: Float64Array;
}

const WEIGHTS = ['floorArea', 'peopleDay', 'peopleNight'] as const;
const SUMS = 1 + WEIGHTS.length;
const BUILDINGS = SUMS * 2;
const UNKNOWN = BUILDINGS + 1;

/**
 * Starts a tally at nothing. Sums carry their rounding along (Knuth's TwoSum), so that they do not depend on the order
 * and twenty thousand steps of a drag leave no residue.
 */
export function createExposureTally(buildings: BuildingFootprints): ExposureTally {
  const state = new Float64Array(UNKNOWN + WEIGHTS.length);
  const columns = WEIGHTS.map((weight) => buildings[weight]);
  const { planArea } = buildings;
  function sum(place: number, value: number): void {
    const before = state[place]!;
    const after = before + value;
    const carried = after - before;
    state[place] = after;
    state[place + SUMS]! += before - (after - carried) + (value - carried);
  }
  function count(row: number, area: number, sign: 1 | -1): void {
    if (!(area > LEAST_AREA_SQUARE_METERS)) return;
    const share = Math.min(1, area / planArea[row]!);
    state[BUILDINGS]! += sign;
    sum(0, sign * area);
    for (let weight = 0; weight < WEIGHTS.length; weight += 1) {
      const value = columns[weight]![row]!;
      if (Number.isNaN(value)) state[UNKNOWN + weight]! += sign;
      else sum(weight + 1, sign * value * share);
    }
  }
  const total = (place: number) => (state[BUILDINGS] === 0 ? 0 : Math.max(0, state[place]! + state[place + SUMS]!));
  return {
    state,
    add: (row, area) => count(row, area, 1),
    remove: (row, area) => count(row, area, -1),
    join(other, sign) {
      for (let place = 0; place < SUMS; place += 1) {
        sum(place, sign * other[place]!);
        state[place + SUMS]! += sign * other[place + SUMS]!;
      }
      for (let place = BUILDINGS; place < state.length; place += 1) state[place]! += sign * other[place]!;
    },
    toExposure: () => ({
      buildings: state[BUILDINGS]!,
      footprintAreaSquareMeters: total(0),
      floorAreaSquareMeters: total(1),
      peopleDay: total(2),
      peopleNight: total(3),
      facilities: 0,
      pipesMeters: 0,
      unknown: Object.fromEntries(WEIGHTS.map((weight, place) => [weight, state[UNKNOWN + place]!])),
    }),
  };
}
