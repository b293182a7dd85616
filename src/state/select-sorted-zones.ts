import { RISK_LEVELS } from '../core/city/hazard.ts';
import type { Zone } from '../core/zones/zone.ts';

/** Zones from the highest level to the lowest, then by hazard and name: the order of list, exposure table and report. */
export function selectSortedZones(zones: readonly Zone[]): Zone[] {
  const rank = (zone: Zone): number => RISK_LEVELS.indexOf(zone.properties.level ?? 'unrated');
  const text = (zone: Zone): string => `${zone.properties.hazard} ${zone.properties.name ?? ''} ${zone.properties.id}`;
  return [...zones].sort((a, b) => rank(a) - rank(b) || text(a).localeCompare(text(b), 'zh'));
}
