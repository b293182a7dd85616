import { RISK_LEVELS } from '../city/hazard.ts';
import { createExposureTally, type ExposureTally } from './exposure-tally.ts';
import type { FootprintGrid } from './footprint-grid.ts';
import { indexZones, overlayFootprint, prepareZone, type ZoneIndex } from './footprint-overlay.ts';
import { NO_LEVEL } from './level-of-buildings.ts';
import type { LevelOverlay, MixedLevels } from './level-overlay.ts';
import type { ZonePolygons } from './zone-polygons.ts';
import type { ZoneSums } from './zone-sums.ts';

/** Groups of buildings that a layer tells apart: every level, none, and those that are accounted for already. */
export const GROUPS = NO_LEVEL + 2;

/** Levels and union with one more zone over the others, which stay as they are. */
export interface EditedLayer {
  /** In the order of `RISK_LEVELS`. */
  levels: readonly ExposureTally[];
  union: ExposureTally;
  /** Accounts for a building that the zone exposes with so much of its footprint, square metres; each once. */
  add(row: number, area: number): void;
  /**
   * As `add` for a building that lies wholly inside.
   * @returns Its group: the place of its level without the zone, `NO_LEVEL`, or the last group when it is settled.
   */
  groupWhole(row: number): number;
  /** Accounts for the buildings that were grouped. */
  settle(sums: ZoneSums): void;
}

/** Lays a zone over the others, building by building; only where several levels meet is anything cut anew. */
export function createEditedLayer(grid: FootprintGrid, others: LevelOverlay, zone: ZonePolygons): EditedLayer {
  const { buildings } = grid;
  const rank = RISK_LEVELS.indexOf(zone.level);
  const levels = RISK_LEVELS.map((_, place) => {
    const tally = createExposureTally(buildings);
    tally.join(others.levels[place]!.state, 1);
    return tally;
  });
  const union = createExposureTally(buildings);
  union.join(others.union.state, 1);
  let own: ZoneIndex | null = null;
  function replaceMixed(row: number, before: MixedLevels, after: MixedLevels): void {
    levels.forEach((tally, place) => {
      tally.remove(row, before.byLevel[place]!);
      tally.add(row, after.byLevel[place]!);
    });
    union.remove(row, before.union);
    union.add(row, after.union);
  }
  function cutMixed(row: number, before: MixedLevels): void {
    own ??= indexZones([prepareZone(zone)]);
    replaceMixed(row, before, overlayFootprint(buildings, row, others.index(), own) ?? before);
  }
  /** Over a footprint that the zone holds whole, it takes what no higher level has. */
  function coverMixed(row: number, before: MixedLevels): void {
    const whole = buildings.planArea[row]!;
    const higher = before.byLevel.slice(0, rank);
    const taken = Math.max(0, whole - higher.reduce((sum, area) => sum + area, 0));
    const lower = RISK_LEVELS.slice(rank + 1).map(() => 0);
    replaceMixed(row, before, { byLevel: [...higher, taken, ...lower], union: whole });
  }
  return {
    levels,
    union,
    add(row: number, area: number): void {
      const before = others.find(row);
      if (typeof before !== 'number') cutMixed(row, before);
      else if (before === NO_LEVEL) {
        levels[rank]!.add(row, area);
        union.add(row, area);
      } else if (rank < before) {
        const whole = buildings.planArea[row]!;
        levels[before]!.remove(row, whole);
        levels[before]!.add(row, whole - area);
        levels[rank]!.add(row, area);
      }
    },
    groupWhole(row) {
      const before = others.find(row);
      if (typeof before === 'number') return before;
      coverMixed(row, before);
      return GROUPS - 1;
    },
    settle(sums) {
      for (let group = rank + 1; group <= NO_LEVEL; group += 1) {
        sums.joinGroup(levels[rank]!, group, 1);
        if (group < NO_LEVEL) sums.joinGroup(levels[group]!, group, -1);
        else sums.joinGroup(union, group, 1);
      }
    },
  };
}
