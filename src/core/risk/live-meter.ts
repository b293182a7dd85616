import { RISK_LEVELS } from '../city/hazard.ts';
import type { BuildingCodes } from './building-codes.ts';
import type { BuildingFootprints } from './building-footprints.ts';
import { createEditedLayer, GROUPS } from './edited-layer.ts';
import type { Exposure } from './exposure.ts';
import type { ExposureTally } from './exposure-tally.ts';
import { createFacilityCounter, type FacilityPlaces } from './facility-count.ts';
import type { FootprintGrid } from './footprint-grid.ts';
import { createFootprintRuler } from './footprint-ruler.ts';
import { createLevelOverlay } from './level-overlay.ts';
import type { BuildingFilter, EditedZone, LiveExposure, ZonePick } from './live-exposure.ts';
import { EXPOSURE_RULE } from './measure-exposure.ts';
import { createPickWalk, type HeldLayers } from './pick-walk.ts';
import { createPipeMeter } from './pipe-meter.ts';
import { NO_PIPES, type PipeSegments } from './pipe-segments.ts';
import type { ZonePolygons } from './zone-polygons.ts';
import { createZoneSums, laySumColumns } from './zone-sums.ts';

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
  { facilities, pipes }: HeldLayers,
  focus: LiveExposure['focus'],
): LiveExposure {
  const present = new Set(zones.map(({ level }) => level));
  const levelOf = (rank: number): Exposure => ({
    ...levels[rank]!.toExposure(),
    facilities: facilities.byLevel[rank]!,
    pipesMeters: pipes.byLevel[rank]!,
  });
  return {
    rule: EXPOSURE_RULE,
    byLevel: Object.fromEntries(
      RISK_LEVELS.flatMap((level, rank) => (present.has(level) ? [[level, levelOf(rank)]] : [])),
    ),
    union: { ...union.toExposure(), facilities: facilities.union, pipesMeters: pipes.union },
    focus,
  };
}

/** Starts measuring over a table; the codes serve breakdowns and filters. */
export function createLiveMeter(
  grid: FootprintGrid,
  codes: BuildingCodes,
  facilities: FacilityPlaces,
  pipes: PipeSegments = NO_PIPES,
): LiveMeter {
  const { buildings } = grid;
  const ruler = createFootprintRuler(buildings);
  const overlay = createLevelOverlay(grid, ruler);
  const columns = laySumColumns(grid, codes);
  const counter = createFacilityCounter(facilities);
  const pipeMeter = createPipeMeter(pipes);
  let settling: Generator<void, void> | null = null;

  /** Brings the overlay to the zones; what a question that was left did not finish comes first. */
  function* settle(zones: readonly ZonePolygons[]): Generator<void, void> {
    if (settling) yield* settling;
    settling = overlay.setZones(zones);
    yield* settling;
    settling = null;
  }

  /** What lies in the zones as they are settled, and in one more over them. */
  function* holdLayers(edited: ZonePolygons | null): Generator<void, HeldLayers> {
    const others = overlay.zones();
    return {
      facilities: yield* counter.count(edited ? [...others, edited] : others),
      pipes: yield* pipeMeter.measure(others, edited),
    };
  }

  const { walkPick, sumShape, sumPick } = createPickWalk(overlay, ruler, columns);

  return {
    *measure(set, pick) {
      const zones = zonesWith(set);
      const edited = set.edited ? zones.at(-1) : undefined;
      if (!edited || (pick && !('zoneId' in pick))) {
        yield* settle(zones);
        const held = yield* holdLayers(null);
        return answer(zones, overlay, held, pick ? yield* sumPick(zones, pick, held) : null);
      }
      const others = zones.slice(0, -1);
      yield* settle(others);
      const layer = createEditedLayer(grid, overlay, edited);
      const sums = createZoneSums(columns, GROUPS);
      yield* sumShape(edited, sums, layer.groupWhole, layer.add);
      layer.settle(sums);
      const held = yield* holdLayers(edited);
      if (!pick) return answer(zones, layer, held, null);
      if (pick.zoneId !== edited.id) return answer(zones, layer, held, yield* sumPick(zones, pick, held));
      const focus = sums.finish();
      focus.exposure.facilities = held.facilities.zones.at(-1)!;
      focus.exposure.pipesMeters = held.pipes.zones.at(-1)!;
      return answer(zones, layer, held, focus);
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
