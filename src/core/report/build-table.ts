import type { ReportColumn, ReportLocale, ReportTable } from './report-document.ts';
import { type ReportTextKey, reportText } from './texts.ts';

/** A table of the report before its words are chosen: caption and labels are keys of the report's texts. */
interface TablePlan extends Partial<Omit<ReportTable, 'id' | 'rows' | 'caption' | 'columns'>> {
  id: string;
  rows: ReportTable['rows'];
  caption: ReportTextKey;
  columns: ColumnPlan[];
}

/** A column whose label is a key of the report's texts. */
export interface ColumnPlan extends Omit<ReportColumn, 'label'> {
  label: ReportTextKey;
}

/** Builds a table in the reader's language; all its rows are printed and none is flagged unless the plan says so. */
export function buildTable(locale: ReportLocale, plan: TablePlan): ReportTable {
  return {
    totals: [],
    printedRows: plan.rows.length,
    flaggedRows: [],
    ...plan,
    caption: reportText(locale, plan.caption),
    columns: plan.columns.map((column) => ({ ...column, label: reportText(locale, column.label) })),
  };
}
