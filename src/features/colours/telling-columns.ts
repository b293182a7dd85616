/** Columns of the buildings' table that a colour can tell, in reading order. */
export const TELLING_COLUMNS = [
  'use',
  'structure',
  'codeLevel',
  'yearBuilt',
  'storeysAbove',
  'storeysBelow',
  'heightMeters',
  'footprintAreaSquareMeters',
  'floorAreaSquareMeters',
  'peopleDay',
  'peopleNight',
  'value',
] as const;
export type TellingColumn = (typeof TELLING_COLUMNS)[number];

/** Unit of a column's numbers, where it has one. */
export const COLUMN_UNITS: Partial<Record<TellingColumn, string>> = {
  heightMeters: 'm',
  footprintAreaSquareMeters: 'm²',
  floorAreaSquareMeters: 'm²',
};
