import { type BoxGrid, createBoxGrid } from '../geometry/box-grid.ts';
import type { BuildingFootprints } from './building-footprints.ts';

/** Buildings prepared for laying zones over them: each in one cell of one tier; those without area in none. */
export interface FootprintGrid extends BoxGrid {
  buildings: BuildingFootprints;
}

/** Sorts the footprints of a table into cells, once per table: some 0.3 s for a million buildings. */
export function createFootprintGrid(buildings: BuildingFootprints): FootprintGrid {
  const { boxes, planArea } = buildings;
  return { buildings, ...createBoxGrid(boxes, (row) => planArea[row]! > 0) };
}
