import type { ElementRow } from './element-row.ts';

/** Columns that a list of elements shows: name, use, storeys, people, and where the element lies. */
export const SUMMARY_COLUMNS = [
  'id',
  'name',
  'use',
  'storeysAbove',
  'peopleDay',
  'peopleNight',
  'xmin',
  'ymin',
  'xmax',
  'ymax',
] as const satisfies readonly (keyof ElementRow)[];

/** What a list says of one row of a city table; people are persons, the box is in degrees; `null` = unknown. */
export type RowSummary = Pick<ElementRow, 'row' | (typeof SUMMARY_COLUMNS)[number]>;
