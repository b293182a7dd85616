import { buildZip } from '../../core/report/build-zip.ts';
import { formatCsv } from '../../core/report/csv.ts';
import type { ReportDocument, ReportTable } from '../../core/report/report-document.ts';
import type { ReportResult } from './report-run.ts';

/** Browsers start a download after the click returns; the address must live until then. */
const ADDRESS_LIFE_MILLISECONDS = 60_000;

function save(name: string, content: Uint8Array | string, type: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), ADDRESS_LIFE_MILLISECONDS);
}

/** Every table of a report that has rows. */
export function reportTables(report: ReportDocument): ReportTable[] {
  return report.sections.flatMap((section) => section.tables).filter((table) => table.rows.length > 0);
}

export function savePdf(result: ReportResult): void {
  save(`${result.cityId}-report-${result.date}.pdf`, result.pdf, 'application/pdf');
}

export function saveCsv(result: ReportResult, table: ReportTable): void {
  save(`${result.cityId}-${table.id}-${result.date}.csv`, formatCsv(table), 'text/csv;charset=utf-8');
}

/** All tables as CSV files in one archive. */
export function saveAllCsv(result: ReportResult): void {
  const encoder = new TextEncoder();
  const files = reportTables(result.document).map((table) => [`${table.id}.csv`, encoder.encode(formatCsv(table))]);
  save(`${result.cityId}-tables-${result.date}.zip`, buildZip(Object.fromEntries(files)), 'application/zip');
}
