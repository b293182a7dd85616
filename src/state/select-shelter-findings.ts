import { checkShelters, type ShelterFinding } from '../core/evacuation/check-shelters.ts';
import type { OpenCity } from './workspace.ts';

const known = new WeakMap<OpenCity, ShelterFinding[]>();

/** Findings of every shelter of the open city: legend, list, map marks and report read the same. */
export function selectShelterFindings(city: OpenCity): ShelterFinding[] {
  const before = known.get(city);
  if (before) return before;
  const findings = checkShelters(city.shelters, city.zones);
  known.set(city, findings);
  return findings;
}
