import type { Exposure } from '../../core/risk/exposure.ts';
import { areaUnit, formatAreaNumber, formatCount, formatLength, formatPeople } from '../../core/units/format.ts';

export type ExposureField =
  | 'buildings'
  | 'footprintAreaSquareMeters'
  | 'floorAreaSquareMeters'
  | 'peopleDay'
  | 'peopleNight'
  | 'facilities'
  | 'pipesMeters';

/** Fields whose value a building may lack, by the name under which an exposure counts them. */
export const WEIGHTS = ['floorArea', 'peopleDay', 'peopleNight'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** Name under which an exposure counts the buildings that lack a field; `null` = every building has it. */
export function weightOf(field: ExposureField): Weight | null {
  if (field === 'floorAreaSquareMeters') return 'floorArea';
  return field === 'peopleDay' || field === 'peopleNight' ? field : null;
}

/** Value of a field; `null` when no exposed building has one. */
export function readFigure(exposure: Exposure, field: ExposureField): number | null {
  const weight = weightOf(field);
  const unknown = weight === null ? 0 : (exposure.unknown[weight] ?? 0);
  return unknown > 0 && unknown >= exposure.buildings ? null : exposure[field];
}

/** A value of a field in words, its unit included where a unit is needed. */
export function tellFigure(field: ExposureField, value: number, locale: string): string {
  if (field === 'buildings' || field === 'facilities') return formatCount(value, locale);
  if (field === 'pipesMeters') return formatLength(value, locale);
  if (field === 'peopleDay' || field === 'peopleNight') return formatPeople(value, locale);
  const unit = areaUnit(value);
  return `${formatAreaNumber(value, locale, unit)} ${unit}`;
}

/** What a value rose or fell by, with its sign; `null` where the difference is nothing that would be told. */
export function tellDifference(field: ExposureField, difference: number, locale: string): string | null {
  const size = tellFigure(field, Math.abs(difference), locale);
  if (size === tellFigure(field, 0, locale)) return null;
  return `${difference > 0 ? '+' : '−'}${size}`;
}
