import type { RiskLevel } from '../city/hazard.ts';

/** What rows of one class have in common. */
export type ClassMeaning =
  | { kind: 'level'; level: RiskLevel }
  /** In no zone. */
  | { kind: 'outside' }
  | { kind: 'word'; word: string }
  /** Words that have no colour of their own; `words` = how many. */
  | { kind: 'rest'; words: number }
  /** From `from` up to but not including `to`; of whole numbers, and in the last class, `to` is included. */
  | { kind: 'range'; from: number; to: number }
  | { kind: 'unknown' };

/** A line of the legend of coloured buildings: `color` as `#rrggbb`, `null` where buildings stay as they are. */
export interface BuildingClass {
  meaning: ClassMeaning;
  color: string | null;
  /** Rows of the table. */
  count: number;
}

/** Rows in classes: `classOfRow` is the place in `classes` by row; every row has one. */
export interface ClassifiedRows {
  classes: BuildingClass[];
  classOfRow: Uint8Array;
}

/** Grey of rows whose value is unknown; no class has it. */
export const UNKNOWN_COLOR = '#8b929c';
