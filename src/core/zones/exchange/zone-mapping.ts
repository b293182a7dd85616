import type { RiskLevel, ZoneHazard } from '../../city/hazard.ts';

/** What a field of a source can be taken for: the fields of a zone; a unit of intensity may have a column of its own. */
export const ZONE_TARGETS = [
  'id',
  'name',
  'hazard',
  'level',
  'intensity',
  'intensityUnit',
  'returnPeriodYears',
  'strategy',
  'requirements',
  'responsible',
  'validFrom',
  'validTo',
  'status',
  'reviewer',
  'note',
] as const;
export type ZoneTarget = (typeof ZONE_TARGETS)[number];

/** How records of a source become zones. */
export interface ZoneMapping {
  /** Source field by zone field; a zone field that is not named here has no source. */
  fields: Partial<Record<ZoneTarget, string>>;
  /** What every zone gets where its source says nothing. */
  defaults: Partial<Record<Exclude<ZoneTarget, 'id' | 'name'>, string>>;
  /** Hazard by word of the source. */
  hazards: Record<string, ZoneHazard>;
  /** Level by word of the source. */
  levels: Record<string, RiskLevel>;
}
