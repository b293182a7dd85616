import { RISK_LEVELS, type RiskLevel } from '../core/city/hazard.ts';
import type { Zone } from '../core/zones/zone.ts';

/** Levels that occur in the zones, highest first: what legend, panel and report list. */
export function selectLevels(zones: readonly Zone[]): RiskLevel[] {
  const present = new Set<RiskLevel>(zones.map((zone) => zone.properties.level ?? 'unrated'));
  return RISK_LEVELS.filter((level) => present.has(level));
}
