import type { ReportColumn, ReportLocale, ReportValue } from './report-document.ts';

/**
 * Tells a number in the reader's locale with grouped digits; this is the report's only rounding step.
 * Half is rounded away from zero; negative zero is told as zero.
 */
export function formatNumber(value: number, decimals: number, locale: ReportLocale): string {
  const rounded = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'negative',
  });
  return rounded.format(value);
}

/** Text of a table cell: numbers rounded to the column's decimals, `null` as the word for unknown. */
export function formatValue(value: ReportValue, column: ReportColumn, locale: ReportLocale, unknown: string): string {
  if (value === null) return unknown;
  return typeof value === 'number' ? formatNumber(value, column.decimals ?? 0, locale) : value;
}
