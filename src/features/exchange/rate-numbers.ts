import type { RiskLevel } from '../../core/city/hazard.ts';
import type { SourceField } from '../../core/zones/exchange/zone-source.ts';

const RATED: readonly RiskLevel[] = ['red', 'orange', 'yellow', 'blue'];

/** Both ways to read levels that are numbers; sources count from either end. */
export interface RatedNumbers {
  /** Smallest number of the field. */
  first: string;
  highestFirst: Record<string, RiskLevel>;
  lowestFirst: Record<string, RiskLevel>;
}

/** Offers both readings of a level field that holds the whole numbers 1 to 4 (or 0 to 3) alone; else `null`. */
export function rateNumbers(field: SourceField): RatedNumbers | null {
  const numbers = field.values.map(({ text }) => Number(text)).sort((a, b) => a - b);
  const [least] = numbers;
  const most = numbers.at(-1);
  if (least === undefined || most === undefined || !numbers.every(Number.isInteger)) return null;
  const base = least === 0 ? 0 : 1;
  if (least < base || most - base >= RATED.length) return null;
  const rate = (pick: (place: number) => RiskLevel | undefined) =>
    Object.fromEntries(field.values.map(({ text }) => [text, pick(Number(text) - base) ?? 'unrated']));
  return {
    first: String(base),
    highestFirst: rate((place) => RATED[place]),
    lowestFirst: rate((place) => RATED[RATED.length - 1 - place]),
  };
}
