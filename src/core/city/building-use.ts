/** Uses of buildings that have words of their own. */
export const BUILDING_USES = [
  'residential',
  'commercial',
  'office',
  'industrial',
  'education',
  'health',
  'public',
  'transport',
  'other',
] as const;

/** Use of a building as the city table states it, where it is one of those that have words of their own; else `null`. */
export function readBuildingUse(word: string | null): (typeof BUILDING_USES)[number] | null {
  return BUILDING_USES.find((use) => use === word) ?? null;
}
