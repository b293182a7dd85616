import { RISK_LEVELS, type RiskLevel } from '../city/hazard.ts';
import type { BuildingFootprints } from './building-footprints.ts';
import type { Exposure, ExposureResult } from './exposure.ts';
import { createExposureTally } from './exposure-tally.ts';
import { createFacilityCounter, type FacilityPlaces } from './facility-count.ts';
import { indexZones, overlayFootprint, prepareZone } from './footprint-overlay.ts';
import { createPipeMeter } from './pipe-meter.ts';
import { NO_PIPES, type PipeSegments } from './pipe-segments.ts';
import type { ZonePolygons } from './zone-polygons.ts';

/** Id of the counting rule that this code follows; changes when a number could. */
export const EXPOSURE_RULE = 'footprint-share-1';

/** A measurement in steps, so that a worker can tell progress and be stopped between them. */
export interface ExposureMeter {
  /** Adds the buildings from row `from` up to, not including, row `to`; every row once. */
  addRows(from: number, to: number): void;
  /** Counts facilities, measures pipes and sums up. Yields after some milliseconds of work. */
  finish(): Generator<void, ExposureResult>;
}

const NO_FACILITIES: FacilityPlaces = { x: new Float64Array(), y: new Float64Array() };

/** Starts a measurement; see `measureExposure`. */
export function createExposureMeter(
  buildings: BuildingFootprints,
  zones: readonly ZonePolygons[],
  facilities: FacilityPlaces = NO_FACILITIES,
  pipes: PipeSegments = NO_PIPES,
): ExposureMeter {
  const index = indexZones(zones.map(prepareZone));
  const gross = zones.map(() => createExposureTally(buildings));
  const levels = RISK_LEVELS.map(() => createExposureTally(buildings));
  const union = createExposureTally(buildings);
  return {
    addRows(from, to) {
      for (let row = from; row < Math.min(to, buildings.count); row += 1) {
        const overlay = overlayFootprint(buildings, row, index);
        if (!overlay) continue;
        for (const { zone, area } of overlay.zones) gross[zone]!.add(row, area);
        overlay.byLevel.forEach((area, rank) => {
          levels[rank]!.add(row, area);
        });
        union.add(row, overlay.union);
      }
    },
    *finish() {
      const count = yield* createFacilityCounter(facilities).count(zones);
      const meters = yield* createPipeMeter(pipes).measure(zones, null);
      const present = new Set<RiskLevel>(zones.map((zone) => zone.level));
      const levelOf = (rank: number): Exposure => ({
        ...levels[rank]!.toExposure(),
        facilities: count.byLevel[rank]!,
        pipesMeters: meters.byLevel[rank]!,
      });
      return {
        rule: EXPOSURE_RULE,
        zones: zones.map((zone, place) => ({
          id: zone.id,
          ...gross[place]!.toExposure(),
          facilities: count.zones[place]!,
          pipesMeters: meters.zones[place]!,
        })),
        byLevel: Object.fromEntries(
          RISK_LEVELS.flatMap((level, rank) => (present.has(level) ? [[level, levelOf(rank)]] : [])),
        ),
        union: { ...union.toExposure(), facilities: count.union, pipesMeters: meters.union },
      };
    },
  };
}

/**
 * Measures what lies in risk zones, by the rule `footprint-share-1`: a building counts when the area of its footprint
 * inside exceeds zero (one square millimetre, see `LEAST_AREA_SQUARE_METERS`; touching is not inside); floor area and
 * people are weighted by the share of the footprint inside. Zone rows are gross. `byLevel` (levels that occur) and
 * `union` count every part once, at its highest level, red > orange > yellow > blue > unrated: a building cut by two
 * levels is a building of both, but one of the union. Critical facilities are points and lie in a zone whose edge they
 * are on. Pipes are lines: their horizontal length inside counts, in metres of the plane of the project CRS (its scale
 * is in them), wherever the class or depth is unknown too; a pipe along the edge of a zone is inside.
 * @param buildings Metres of the project CRS; a building without footprint is never exposed.
 * @param zones In any order, overlapping or not; the answer keeps their order.
 * @param facilities None unless given. @param pipes None unless given.
 * @returns Square metres, people, metres; `unknown` counts exposed buildings without floorArea, peopleDay, peopleNight.
 * Source: package contract, "JSON answers".
 */
export function measureExposure(
  buildings: BuildingFootprints,
  zones: readonly ZonePolygons[],
  facilities?: FacilityPlaces,
  pipes?: PipeSegments,
): ExposureResult {
  const meter = createExposureMeter(buildings, zones, facilities, pipes);
  meter.addRows(0, buildings.count);
  const finishing = meter.finish();
  for (;;) {
    const step = finishing.next();
    if (step.done) return step.value;
  }
}
