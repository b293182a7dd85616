import { RISK_LEVELS } from '../../city/hazard.ts';
import type { Zone } from '../zone.ts';

/**
 * Orders zones so that of two the one that gives way comes last: an approved zone stands firm, then the higher level, then
 * the reviewed one, then the smaller id.
 */
export function orderByPrecedence(zones: readonly Zone[]): Zone[] {
  const rank = ({ properties: { level, status } }: Zone): number[] => [
    status === 'approved' ? 0 : 1,
    RISK_LEVELS.indexOf(level ?? 'unrated'),
    status === 'reviewed' ? 0 : 1,
  ];
  return [...zones].sort((a, b) => {
    const [ranksA, ranksB] = [rank(a), rank(b)];
    const difference = ranksA.map((value, index) => value - ranksB[index]!).find((value) => value !== 0);
    return difference ?? (a.properties.id < b.properties.id ? -1 : 1);
  });
}
