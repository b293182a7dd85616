import { buildZip } from '../../core/report/build-zip.ts';
import { formatCsv } from '../../core/report/csv.ts';
import type { ReportDocument, ReportTable } from '../../core/report/report-document.ts';
import { saveFile } from '../save-file.ts';
import type { ReportResult } from './report-run.ts';

/** Every table of a report that has rows. */
export function reportTables(report: ReportDocument): ReportTable[] {
  return report.sections.flatMap((section) => section.tables).filter((table) => table.rows.length > 0);
}

export function savePdf(result: ReportResult): void {
  saveFile(`${result.cityId}-report-${result.date}.pdf`, result.pdf, 'application/pdf');
}

export function saveCsv(result: ReportResult, table: ReportTable): void {
  saveFile(`${result.cityId}-${table.id}-${result.date}.csv`, formatCsv(table), 'text/csv;charset=utf-8');
}

/** All tables as CSV files in one archive. */
export function saveAllCsv(result: ReportResult): void {
  const encoder = new TextEncoder();
  const files = reportTables(result.document).map((table) => [`${table.id}.csv`, encoder.encode(formatCsv(table))]);
  saveFile(`${result.cityId}-tables-${result.date}.zip`, buildZip(Object.fromEntries(files)), 'application/zip');
}
