import { RISK_LEVELS, type RiskLevel } from '../city/hazard.ts';
import type { BuildingFootprints } from './building-footprints.ts';
import type { Exposure, ExposureResult } from './exposure.ts';
import { indexZones, LEAST_AREA_SQUARE_METERS, overlayFootprint } from './footprint-overlay.ts';
import type { ZonePolygons } from './zone-polygons.ts';

/** Id of the counting rule that this code follows; changes when a number could. */
export const EXPOSURE_RULE = 'footprint-share-1';

const WEIGHTS = ['floorArea', 'peopleDay', 'peopleNight'] as const;
const TOTALS = { floorArea: 'floorAreaSquareMeters', peopleDay: 'peopleDay', peopleNight: 'peopleNight' } as const;

function emptyExposure(): Exposure {
  return {
    buildings: 0,
    footprintAreaSquareMeters: 0,
    floorAreaSquareMeters: 0,
    peopleDay: 0,
    peopleNight: 0,
    facilities: 0,
    pipesMeters: 0,
    unknown: { floorArea: 0, peopleDay: 0, peopleNight: 0 },
  };
}

function addBuilding(total: Exposure, buildings: BuildingFootprints, row: number, area: number): void {
  if (!(area > LEAST_AREA_SQUARE_METERS)) return;
  const share = Math.min(1, area / buildings.planArea[row]!);
  total.buildings += 1;
  total.footprintAreaSquareMeters += area;
  for (const weight of WEIGHTS) {
    const value = buildings[weight][row]!;
    if (Number.isNaN(value)) total.unknown[weight]! += 1;
    else total[TOTALS[weight]] += value * share;
  }
}

/** A measurement in steps, so that a worker can tell progress and be stopped between them. */
export interface ExposureMeter {
  /** Adds the buildings from row `from` up to, not including, row `to`; every row once. */
  addRows(from: number, to: number): void;
  finish(): ExposureResult;
}

/** Starts a measurement; see `measureExposure`. */
export function createExposureMeter(buildings: BuildingFootprints, zones: readonly ZonePolygons[]): ExposureMeter {
  const index = indexZones(zones);
  const gross = zones.map(emptyExposure);
  const levels = RISK_LEVELS.map(emptyExposure);
  const union = emptyExposure();
  return {
    addRows(from, to) {
      for (let row = from; row < Math.min(to, buildings.count); row += 1) {
        const overlay = overlayFootprint(buildings, row, index);
        if (!overlay) continue;
        for (const { zone, area } of overlay.zones) addBuilding(gross[zone]!, buildings, row, area);
        overlay.byLevel.forEach((area, rank) => {
          addBuilding(levels[rank]!, buildings, row, area);
        });
        addBuilding(union, buildings, row, overlay.union);
      }
    },
    finish() {
      const present = new Set<RiskLevel>(zones.map((zone) => zone.level));
      return {
        rule: EXPOSURE_RULE,
        zones: zones.map((zone, place) => ({ id: zone.id, ...gross[place]! })),
        byLevel: Object.fromEntries(
          RISK_LEVELS.flatMap((level, rank) => (present.has(level) ? [[level, levels[rank]!]] : [])),
        ),
        union,
      };
    },
  };
}

/**
 * Measures what lies in risk zones, by the rule `footprint-share-1`: a building counts when the area of its footprint
 * inside exceeds zero (one square millimetre, see `LEAST_AREA_SQUARE_METERS`; touching is not inside); floor area and
 * people are weighted by the share of the footprint inside. Zone rows are gross. `byLevel` (levels that occur) and
 * `union` count every part once, at its highest level, red > orange > yellow > blue > unrated: a building cut by two
 * levels is a building of both, but one of the union. Facilities and pipes are 0: their tables do not exist yet.
 * @param buildings Metres of the project CRS; a building without footprint is never exposed.
 * @param zones In any order, overlapping or not; the answer keeps their order.
 * @returns Square metres, people; `unknown` counts exposed buildings without floorArea, peopleDay, peopleNight.
 * Source: package contract, "JSON answers".
 */
export function measureExposure(buildings: BuildingFootprints, zones: readonly ZonePolygons[]): ExposureResult {
  const meter = createExposureMeter(buildings, zones);
  meter.addRows(0, buildings.count);
  return meter.finish();
}
