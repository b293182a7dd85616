import type { BuildingFootprints } from '../core/risk/building-footprints.ts';
import { createFootprintGrid, type FootprintGrid } from '../core/risk/footprint-grid.ts';

const known = new WeakMap<BuildingFootprints, FootprintGrid>();

/** The grid of these footprints; made once. */
export function footprintGridOf(buildings: BuildingFootprints): FootprintGrid {
  const grid = known.get(buildings) ?? createFootprintGrid(buildings);
  known.set(buildings, grid);
  return grid;
}
