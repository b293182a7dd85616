import { RISK_LEVELS } from '../city/hazard.ts';
import type { Zone } from './zone.ts';

/** Orders zones from the highest level to unrated; equal levels keep their order. */
export function orderZonesByLevel(zones: readonly Zone[]): Zone[] {
  const rank = (zone: Zone) => RISK_LEVELS.indexOf(zone.properties.level ?? 'unrated');
  return [...zones].sort((a, b) => rank(a) - rank(b));
}
