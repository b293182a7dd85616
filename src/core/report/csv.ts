import type { ReportTable, ReportValue } from './report-document.ts';

const BYTE_ORDER_MARK = '\ufeff';
/** First characters that make spreadsheet programs evaluate a cell (OWASP, CSV injection). */
const EVALUATED = /^[=+\-@\t\r\n]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
const QUOTED = /[",\r\n]/;

function cell(value: ReportValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(Number(value.toFixed(6))) : '';
  const dangerous = EVALUATED.test(value) && !PLAIN_NUMBER.test(value);
  const text = dangerous ? `'${value}` : value;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table as CSV text: UTF-8 with byte order mark, comma, CRLF, quotes as in RFC 4180. Numbers are unrounded to
 * six decimals with a point; unknown is an empty cell; texts that a spreadsheet would evaluate (first character
 * = + - @, tab or line break) get an apostrophe, except plain numbers. Totals follow the rows.
 */
export function formatCsv(table: ReportTable): string {
  const heading = table.columns.map((column) => cell(column.unit ? `${column.label} (${column.unit})` : column.label));
  const lines = [...table.rows, ...table.totals].map((row) =>
    table.columns.map((column) => cell(row[column.key] ?? null)).join(','),
  );
  return `${BYTE_ORDER_MARK}${[heading.join(','), ...lines].join('\r\n')}\r\n`;
}
