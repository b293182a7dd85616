import { RISK_LEVELS } from '../city/hazard.ts';
import { meetBoxes } from '../geometry/meet-boxes.ts';
import { prepareShape } from '../geometry/planar-shape.ts';
import type { FootprintGrid } from './footprint-grid.ts';
import { LEAST_AREA_SQUARE_METERS } from './footprint-overlay.ts';
import { createFootprintRuler, type FootprintRuler } from './footprint-ruler.ts';
import type { ZonePolygons } from './zone-polygons.ts';

/** Place after the last level: the building lies in no zone. */
export const NO_LEVEL = RISK_LEVELS.length;

/** Highest level of every building, and whether its zone holds the whole box of the footprint. */
export interface BuildingLevels {
  /** Place in `RISK_LEVELS`, or `NO_LEVEL`, by row. */
  levels: Uint8Array;
  /** 1 where the zone that gave the level may cut the footprint, by row. */
  isCut: Uint8Array;
}

/** As `levelOfBuildings`, in steps and with the buildings that may be cut. */
export function* layLevels(
  grid: FootprintGrid,
  ruler: FootprintRuler,
  zones: readonly ZonePolygons[],
): Generator<void, BuildingLevels> {
  const levels = new Uint8Array(grid.buildings.count).fill(NO_LEVEL);
  const isCut = new Uint8Array(grid.buildings.count);
  const ranked = zones.map((zone) => ({ zone, rank: RISK_LEVELS.indexOf(zone.level) })).sort((a, b) => a.rank - b.rank);
  for (const { zone, rank } of ranked) {
    const shape = prepareShape(zone.polygons);
    yield* meetBoxes(grid, shape, {
      whole(row) {
        if (levels[row] === NO_LEVEL) levels[row] = rank;
      },
      cut(row, edges) {
        if (levels[row] !== NO_LEVEL) return;
        if (!(ruler.measureInside(row, shape, edges) > LEAST_AREA_SQUARE_METERS)) return;
        levels[row] = rank;
        isCut[row] = 1;
      },
    });
  }
  return { levels, isCut };
}

/**
 * Tells for every building the highest level whose zone holds some of its footprint, by the rule of exposure.
 * @param zones In any order, overlapping or not.
 * @returns Place in `RISK_LEVELS` by row of the table; `NO_LEVEL` (5) where no zone holds more than a square millimetre.
 */
export function levelOfBuildings(grid: FootprintGrid, zones: readonly ZonePolygons[]): Uint8Array {
  const steps = layLevels(grid, createFootprintRuler(grid.buildings), zones);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.levels;
  }
}
