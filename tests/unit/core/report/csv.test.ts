import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../../../src/core/report/csv.ts';
import type { ReportTable, ReportValue } from '../../../../src/core/report/report-document.ts';

function table(values: ReportValue[], totals: ReportValue[] = []): ReportTable {
  return {
    id: 't',
    caption: 't',
    columns: [{ key: 'v', label: 'V', kind: 'text', unit: 'm²' }],
    rows: values.map((v) => ({ v })),
    totals: totals.map((v) => ({ v })),
    printedRows: 0,
    flaggedRows: [],
  };
}

function cells(...values: ReportValue[]): string[] {
  return formatCsv(table(values)).slice(1).split('\r\n').slice(1, -1);
}

describe('formatCsv', () => {
  it('begins with the byte order mark and a heading with its unit, and ends every line with CR LF', () => {
    expect(formatCsv(table(['a'], ['b']))).toBe('\ufeffV (m²)\r\na\r\nb\r\n');
  });

  it('makes cells harmless that a spreadsheet would evaluate', () => {
    expect(cells('=1+1', '+1+1', '-1+1', '@SUM(A1)', '\tx')).toEqual(["'=1+1", "'+1+1", "'-1+1", "'@SUM(A1)", "'\tx"]);
    expect(formatCsv(table(['\r=1']))).toContain('"\'\r=1"');
  });

  it('keeps plain negative numbers, as numbers and as text', () => {
    expect(cells(-12.5, '-12.5', '-3')).toEqual(['-12.5', '-12.5', '-3']);
  });

  it('quotes separators, quotes and line breaks', () => {
    expect(cells('a,b', 'say "x"')).toEqual(['"a,b"', '"say ""x"""']);
    expect(formatCsv(table(['a\nb']))).toContain('"a\nb"');
  });

  it('writes unknown as an empty cell, never as zero, and numbers unrounded', () => {
    expect(cells(null, 0, 100.4, 1 / 3)).toEqual(['', '0', '100.4', '0.333333']);
  });
});
