import type { BuildingCodes, CodedColumn } from './building-codes.ts';
import { createExposureTally, type ExposureTally } from './exposure-tally.ts';
import type { FootprintGrid } from './footprint-grid.ts';
import type { ExposureShare, LiveExposure } from './live-exposure.ts';

/** Exposed buildings of one zone, added up with their parts by use and by structure. */
export interface ZoneSums {
  /** Adds a building that lies wholly inside, by its place in the grid and the group that it is counted with. */
  addWhole(place: number, group: number): void;
  /** Adds a building with so much of its footprint inside, square metres. */
  addPart(row: number, area: number): void;
  /** State of a tally of the buildings of one group that lie wholly inside. */
  joinGroup(tally: ExposureTally, group: number, sign: 1 | -1): void;
  finish(): NonNullable<LiveExposure['focus']>;
}

/** Tables of a grid that such sums need, made once. */
export interface SumColumns {
  grid: FootprintGrid;
  codes: BuildingCodes;
  /** Plan area, floor area, people by day, by night of every building, by place in the grid; NaN = unknown. */
  values: Float64Array;
  /** Pair of use and structure, by place in the grid. */
  pairs: Uint32Array;
  /** Codes of use and of structure, by pair. */
  codesOfPair: { use: number[]; structure: number[] };
}

const VALUES = 4;

/** Lays the weights of the buildings out in the order of the grid, where neighbours are read together. */
export function laySumColumns(grid: FootprintGrid, codes: BuildingCodes): SumColumns {
  const { planArea, floorArea, peopleDay, peopleNight } = grid.buildings;
  const values = new Float64Array(grid.size * VALUES);
  const pairs = new Uint32Array(grid.size);
  const known = new Map<number, number>();
  const codesOfPair: SumColumns['codesOfPair'] = { use: [], structure: [] };
  for (const { first, order } of grid.tiers) {
    for (let index = 0; index < order.length; index += 1) {
      const row = order[index]!;
      const at = (first + index) * VALUES;
      values[at] = planArea[row]!;
      values[at + 1] = floorArea[row]!;
      values[at + 2] = peopleDay[row]!;
      values[at + 3] = peopleNight[row]!;
      const [use, structure] = [codes.use.codes[row]!, codes.structure.codes[row]!];
      const key = use * codes.structure.values.length + structure;
      let pair = known.get(key);
      if (pair === undefined) {
        pair = codesOfPair.use.push(use) - 1;
        codesOfPair.structure.push(structure);
        known.set(key, pair);
      }
      pairs[first + index] = pair;
    }
  }
  return { grid, codes, values, pairs, codesOfPair };
}

/** As the state of a tally: four sums, their rounding, the count of buildings and of three unknowns. */
const FIELDS = VALUES * 3;
const COUNT = VALUES * 2;

function toShares(column: CodedColumn, tallies: readonly ExposureTally[]): ExposureShare[] {
  return tallies
    .map((tally, place) => {
      const { buildings, floorAreaSquareMeters, peopleDay, peopleNight } = tally.toExposure();
      return { code: column.values[place]!, buildings, floorAreaSquareMeters, peopleDay, peopleNight };
    })
    .filter((share) => share.buildings > 0)
    .sort((a, b) => b.buildings - a.buildings);
}

/** Starts sums at nothing, with so many groups. */
export function createZoneSums({ grid, codes, values, pairs, codesOfPair }: SumColumns, groups: number): ZoneSums {
  const width = codesOfPair.use.length;
  const sums = new Float64Array(width * groups * FIELDS);
  const whole = createExposureTally(grid.buildings);
  const byUse = codes.use.values.map(() => createExposureTally(grid.buildings));
  const byStructure = codes.structure.values.map(() => createExposureTally(grid.buildings));
  const blockOf = (group: number, pair: number) => {
    const at = (group * width + pair) * FIELDS;
    return sums[at + COUNT]! > 0 ? sums.subarray(at, at + FIELDS) : null;
  };
  return {
    addWhole(place, group) {
      const at = (group * width + pairs[place]!) * FIELDS;
      sums[at + COUNT]! += 1;
      for (let value = 0; value < VALUES; value += 1) {
        const added = values[place * VALUES + value]!;
        if (Number.isNaN(added)) {
          sums[at + COUNT + value]! += 1;
          continue;
        }
        const before = sums[at + value]!;
        const after = before + added;
        const carried = after - before;
        sums[at + value] = after;
        sums[at + VALUES + value]! += before - (after - carried) + (added - carried);
      }
    },
    addPart(row, area) {
      whole.add(row, area);
      byUse[codes.use.codes[row]!]!.add(row, area);
      byStructure[codes.structure.codes[row]!]!.add(row, area);
    },
    joinGroup(tally, group, sign) {
      for (let pair = 0; pair < width; pair += 1) {
        const block = blockOf(group, pair);
        if (block) tally.join(block, sign);
      }
    },
    finish() {
      for (let place = 0; place < groups * width; place += 1) {
        const pair = place % width;
        const block = blockOf(Math.floor(place / width), pair);
        if (!block) continue;
        whole.join(block, 1);
        byUse[codesOfPair.use[pair]!]!.join(block, 1);
        byStructure[codesOfPair.structure[pair]!]!.join(block, 1);
      }
      return {
        exposure: whole.toExposure(),
        byUse: toShares(codes.use, byUse),
        byStructure: toShares(codes.structure, byStructure),
      };
    },
  };
}
