import { RISK_LEVELS } from '../city/hazard.ts';
import { type PlanarShape, prepareShape } from '../geometry/planar-shape.ts';
import type { BuildingCodes } from './building-codes.ts';
import type { BuildingFootprints } from './building-footprints.ts';
import { createEditedLayer, GROUPS } from './edited-layer.ts';
import type { ExposureTally } from './exposure-tally.ts';
import type { FootprintGrid } from './footprint-grid.ts';
import { LEAST_AREA_SQUARE_METERS } from './footprint-overlay.ts';
import { createFootprintRuler } from './footprint-ruler.ts';
import { NO_LEVEL } from './level-of-buildings.ts';
import { createLevelOverlay } from './level-overlay.ts';
import type { BuildingFilter, EditedZone, LiveExposure, ZonePick } from './live-exposure.ts';
import { EXPOSURE_RULE } from './measure-exposure.ts';
import { meetFootprints } from './meet-footprints.ts';
import type { ZonePolygons } from './zone-polygons.ts';
import { createZoneSums, laySumColumns, type ZoneSums } from './zone-sums.ts';

/** Zones at rest, and one that is being drawn in place of that of its id. */
export interface LiveZoneSet {
  resting: readonly ZonePolygons[];
  edited: EditedZone | null;
}

/**
 * Measures again and again while a zone is drawn. Answers are made in steps of some milliseconds, one question at a
 * time; a question may be left between two steps.
 */
export interface LiveMeter {
  /** Exposure by the rule `footprint-share-1`; sums agree with `measureExposure` to about 10⁻¹². */
  measure(zones: LiveZoneSet, focus: ZonePick | null): Generator<void, LiveExposure>;
  /** Rows of the exposed buildings behind a number, ascending. */
  select(zones: LiveZoneSet, pick: ZonePick, where: BuildingFilter | null): Generator<void, Uint32Array>;
}

type OnExposed = (row: number, area: number) => void;

const ROWS_PER_STEP = 16_384;

function zonesWith({ resting, edited }: LiveZoneSet): ZonePolygons[] {
  if (!edited) return [...resting];
  const zone = { id: edited.id, level: edited.level, polygons: edited.shape };
  return [...resting.filter(({ id }) => id !== edited.id), zone];
}

/** Turns a filter into a question about one row. */
function createRowTest(
  where: BuildingFilter | null,
  buildings: BuildingFootprints,
  codes: BuildingCodes,
): (row: number) => boolean {
  if (!where) return () => true;
  if ('unknown' in where) {
    const column = buildings[where.unknown];
    return (row) => Number.isNaN(column[row]!);
  }
  const [column, value] = 'use' in where ? [codes.use, where.use] : [codes.structure, where.structure];
  const code = column.values.indexOf(value);
  return (row) => column.codes[row] === code;
}

function answer(
  zones: readonly ZonePolygons[],
  { levels, union }: { levels: readonly ExposureTally[]; union: ExposureTally },
  focus: LiveExposure['focus'],
): LiveExposure {
  const present = new Set(zones.map(({ level }) => level));
  return {
    rule: EXPOSURE_RULE,
    byLevel: Object.fromEntries(
      RISK_LEVELS.flatMap((level, rank) => (present.has(level) ? [[level, levels[rank]!.toExposure()]] : [])),
    ),
    union: union.toExposure(),
    focus,
  };
}

/** Starts measuring over a table; the codes serve breakdowns and filters. */
export function createLiveMeter(grid: FootprintGrid, codes: BuildingCodes): LiveMeter {
  const { buildings } = grid;
  const ruler = createFootprintRuler(buildings);
  const overlay = createLevelOverlay(grid, ruler);
  const columns = laySumColumns(grid, codes);
  let settling: Generator<void, void> | null = null;

  /** Brings the overlay to the zones; what a question that was left did not finish comes first. */
  function* settle(zones: readonly ZonePolygons[]): Generator<void, void> {
    if (settling) yield* settling;
    settling = overlay.setZones(zones);
    yield* settling;
    settling = null;
  }

  /** Tells every building that a shape exposes. */
  function* walkShape(shape: PlanarShape, onExposed: OnExposed): Generator<void, void> {
    yield* meetFootprints(grid, shape, {
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
  function* sumPick(zones: readonly ZonePolygons[], pick: ZonePick) {
    const sums = createZoneSums(columns, 1);
    const zone = 'zoneId' in pick ? zones.find(({ id }) => id === pick.zoneId) : undefined;
    if (zone) yield* sumShape(zone, sums, () => 0);
    else yield* walkPick(zones, pick, sums.addPart);
    return sums.finish();
  }

  /** Adds up what a zone exposes; buildings wholly inside by their group. */
  function* sumShape(
    zone: ZonePolygons,
    sums: ZoneSums,
    groupOf: (row: number) => number,
    onPart?: OnExposed,
  ): Generator<void, void> {
    const shape = prepareShape(zone.polygons);
    yield* meetFootprints(grid, shape, {
      whole: (row, place) => sums.addWhole(place, groupOf(row)),
      cut(row, edges) {
        const area = ruler.measureInside(row, shape, edges);
        if (!(area > LEAST_AREA_SQUARE_METERS)) return;
        sums.addPart(row, area);
        onPart?.(row, area);
      },
    });
  }

  return {
    *measure(set, pick) {
      const zones = zonesWith(set);
      const edited = set.edited ? zones.at(-1) : undefined;
      if (!edited || (pick && !('zoneId' in pick))) {
        yield* settle(zones);
        return answer(zones, overlay, pick ? yield* sumPick(zones, pick) : null);
      }
      const others = zones.slice(0, -1);
      yield* settle(others);
      const layer = createEditedLayer(grid, overlay, edited);
      const sums = createZoneSums(columns, GROUPS);
      yield* sumShape(edited, sums, layer.groupWhole, layer.add);
      layer.settle(sums);
      if (!pick) return answer(zones, layer, null);
      return answer(zones, layer, pick.zoneId === edited.id ? sums.finish() : yield* sumPick(others, pick));
    },
    *select(set, pick, where) {
      const zones = zonesWith(set);
      if (!('zoneId' in pick)) yield* settle(zones);
      const rows: number[] = [];
      const passes = createRowTest(where, buildings, codes);
      yield* walkPick(zones, pick, (row) => {
        if (passes(row)) rows.push(row);
      });
      return Uint32Array.from(rows).sort();
    },
  };
}
