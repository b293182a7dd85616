import type { RiskLevel } from '../city/hazard.ts';
import type { MultiPolygon2 } from '../geometry/coordinates.ts';
import type { Exposure, ExposureResult } from './exposure.ts';

/** A zone as it is being drawn: it stands in for the zone of the same id, or joins the others. */
export interface EditedZone {
  id: string;
  level: RiskLevel;
  /** Metres of the project CRS, exterior first; rings open or closed, any direction; may be empty or cross itself. */
  shape: MultiPolygon2;
}

/** What a number counts: one zone (gross), everything at one highest level, or all zones together. */
export type ZonePick = { zoneId: string } | { level: RiskLevel } | { union: true };

/** Narrows buildings to one use or structure (`null` = unknown), or to those that lack a weight. */
export type BuildingFilter =
  | { use: string | null }
  | { structure: string | null }
  | { unknown: 'floorArea' | 'peopleDay' | 'peopleNight' };

/** Buildings of one use or structure; areas and people weighted by the share of the footprint inside. */
export interface ExposureShare {
  /** Normalised code of the city table; `null` = unknown. */
  code: string | null;
  buildings: number;
  floorAreaSquareMeters: number;
  peopleDay: number;
  peopleNight: number;
}

/** Exposure with the zone that is being drawn in place; the numbers are those of the rule `footprint-share-1`. */
export interface LiveExposure extends Omit<ExposureResult, 'zones'> {
  /** What was asked for, with its parts by use and by structure, most buildings first; `null` when nothing was. */
  focus: { exposure: Exposure; byUse: ExposureShare[]; byStructure: ExposureShare[] } | null;
}
