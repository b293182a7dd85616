import type { Outcome } from '../../core/city/issue.ts';

/** What makes and hands out a report. */
interface ReportEngine {
  makeReport: typeof import('./make-report.ts')['makeReport'];
  savePdf: typeof import('./download.ts')['savePdf'];
}

/** Fetches the code of the report, which the page does not need until the first report is asked for. */
export async function loadEngine(): Promise<Outcome<ReportEngine>> {
  try {
    const [{ makeReport }, { savePdf }] = await Promise.all([
      import('./make-report.ts'),
      import('./download.ts'),
      // The dialog shows it when the report is done; a lost connection is better met before the work.
      import('./ReportDownloads.tsx'),
    ]);
    return { ok: true, value: { makeReport, savePdf } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, issue: { code: 'report.engine', severity: 'error', place: {}, values: { reason } } };
  }
}
