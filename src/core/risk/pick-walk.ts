import { RISK_LEVELS } from '../city/hazard.ts';
import { meetBoxes } from '../geometry/meet-boxes.ts';
import { type PlanarShape, prepareShape } from '../geometry/planar-shape.ts';
import type { FacilityCount } from './facility-count.ts';
import { LEAST_AREA_SQUARE_METERS } from './footprint-overlay.ts';
import type { FootprintRuler } from './footprint-ruler.ts';
import { NO_LEVEL } from './level-of-buildings.ts';
import type { LevelOverlay } from './level-overlay.ts';
import type { LiveExposure, ZonePick } from './live-exposure.ts';
import type { PipeLengths } from './pipe-levels.ts';
import type { ZonePolygons } from './zone-polygons.ts';
import { createZoneSums, type SumColumns, type ZoneSums } from './zone-sums.ts';

/** Told of a building with so much of its footprint inside, square metres. */
export type OnExposed = (row: number, area: number) => void;

/** What lies in the zones beside buildings. */
export interface HeldLayers {
  facilities: FacilityCount;
  pipes: PipeLengths;
}

const ROWS_PER_STEP = 16_384;

/** Ways to the buildings behind a number. */
export interface PickWalk {
  /** Tells every building of a pick; those of a level or the union as the overlay lies. */
  walkPick(zones: readonly ZonePolygons[], pick: ZonePick, onExposed: OnExposed): Generator<void, void>;
  /** Adds up what a zone exposes; buildings wholly inside by their group, the others told one by one as well. */
  sumShape(
    zone: ZonePolygons,
    sums: ZoneSums,
    groupOf: (row: number) => number,
    onPart?: OnExposed,
  ): Generator<void, void>;
  /** Adds up what a pick exposes, with its parts. */
  sumPick(
    zones: readonly ZonePolygons[],
    pick: ZonePick,
    held: HeldLayers,
  ): Generator<void, NonNullable<LiveExposure['focus']>>;
}

/** Prepares the ways over one table. */
export function createPickWalk(overlay: LevelOverlay, ruler: FootprintRuler, columns: SumColumns): PickWalk {
  const { grid } = columns;
  const { buildings } = grid;

  /** Tells every building that a shape exposes. */
  function* walkShape(shape: PlanarShape, onExposed: OnExposed): Generator<void, void> {
    yield* meetBoxes(grid, shape, {
      whole: (row) => onExposed(row, buildings.planArea[row]!),
      cut(row, edges) {
        const area = ruler.measureInside(row, shape, edges);
        if (area > LEAST_AREA_SQUARE_METERS) onExposed(row, area);
      },
    });
  }

  /** Tells every building of a level or of the union, by the overlay as it lies. */
  function* walkOverlay(pick: ZonePick, onExposed: OnExposed): Generator<void, void> {
    const level = 'level' in pick ? RISK_LEVELS.indexOf(pick.level) : null;
    for (let row = 0; row < buildings.count; row += 1) {
      if (row % ROWS_PER_STEP === 0) yield;
      const found = overlay.find(row);
      if (found === NO_LEVEL) continue;
      if (typeof found === 'number') {
        if (level === null || level === found) onExposed(row, buildings.planArea[row]!);
        continue;
      }
      const area = level === null ? found.union : found.byLevel[level]!;
      if (area > LEAST_AREA_SQUARE_METERS) onExposed(row, area);
    }
  }

  function* walkPick(zones: readonly ZonePolygons[], pick: ZonePick, onExposed: OnExposed): Generator<void, void> {
    if (!('zoneId' in pick)) return yield* walkOverlay(pick, onExposed);
    const zone = zones.find(({ id }) => id === pick.zoneId);
    if (zone) yield* walkShape(prepareShape(zone.polygons), onExposed);
  }

  /** Adds up what a pick exposes, with its parts. */
  function* sumPick(zones: readonly ZonePolygons[], pick: ZonePick, held: HeldLayers) {
    const sums = createZoneSums(columns, 1);
    const place = 'zoneId' in pick ? zones.findIndex(({ id }) => id === pick.zoneId) : -1;
    if (place >= 0) yield* sumShape(zones[place]!, sums, () => 0);
    else yield* walkPick(zones, pick, sums.addPart);
    const focus = sums.finish();
    const find = ({ zones: own, byLevel, union }: FacilityCount | PipeLengths): number => {
      if ('union' in pick) return union;
      return 'level' in pick ? byLevel[RISK_LEVELS.indexOf(pick.level)]! : (own[place] ?? 0);
    };
    focus.exposure.facilities = find(held.facilities);
    focus.exposure.pipesMeters = find(held.pipes);
    return focus;
  }

  /** Adds up what a zone exposes; buildings wholly inside by their group. */
  function* sumShape(
    zone: ZonePolygons,
    sums: ZoneSums,
    groupOf: (row: number) => number,
    onPart?: OnExposed,
  ): Generator<void, void> {
    const shape = prepareShape(zone.polygons);
    yield* meetBoxes(grid, shape, {
      whole: (row, place) => sums.addWhole(place, groupOf(row)),
      cut(row, edges) {
        const area = ruler.measureInside(row, shape, edges);
        if (!(area > LEAST_AREA_SQUARE_METERS)) return;
        sums.addPart(row, area);
        onPart?.(row, area);
      },
    });
  }

  return { walkPick, sumShape, sumPick };
}
