import type { RatedLevel } from '../../src/core/zones/normalise-level.ts';

/**
 * Default level of PLATEAU hazard areas. Sediment disaster (areaType): warning area 1 (3 before designation) = yellow,
 * special warning area 2 (4) = red, after the colours of the act's yellow and red zones. Flooding (rankOrg): depth rank
 * 1 = blue, 2 = yellow, 3 = orange, 4 and above = red; ranks are the publisher's own and rise with depth, for rivers by
 * custom below 0.5 m, 0.5–3 m, 3–5 m and above. A recipe's `attributes.level` replaces this rule.
 */
export function rateByPlateauRule(source: Record<string, unknown>): RatedLevel | null {
  const areaType = source.areaType;
  if (areaType === '1' || areaType === '3') return 'yellow';
  if (areaType === '2' || areaType === '4') return 'red';
  const rank = Number(source.rankOrg ?? source.rank);
  if (!Number.isInteger(rank) || rank < 1) return null;
  return (['blue', 'yellow', 'orange'] as const)[rank - 1] ?? 'red';
}
