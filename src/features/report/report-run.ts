import type { Issue } from '../../core/city/issue.ts';
import type { ReportDocument } from '../../core/report/report-document.ts';

/** Named steps of making a report, in order. */
export const REPORT_STEPS = ['exposure', 'figures', 'compiler', 'fonts', 'layout'] as const;
export type ReportStep = (typeof REPORT_STEPS)[number];

/** A finished report: the document, its PDF, and what could not be drawn. */
export interface ReportResult {
  cityId: string;
  date: string;
  document: ReportDocument;
  pdf: Uint8Array;
  /** Tiles that did not load, as `tileset: URL`. */
  absent: string[];
  /** Problems that did not stop the report. */
  issues: Issue[];
}

/** Where the making of a report stands. */
export type ReportRun =
  | { status: 'idle' }
  | { status: 'running'; step: ReportStep }
  | { status: 'ready'; result: ReportResult }
  | { status: 'cancelled' }
  | { status: 'failed'; issue: Issue };
