import type { RiskLevel } from '../city/hazard.ts';
import type { Hatch } from '../style/hatch.ts';
import type { FigureFrame } from './figure-frame.ts';

export type ReportLocale = 'zh-CN' | 'en';

/** A value of a table before rounding; `null` is unknown and told as such. */
export type ReportValue = string | number | null;

/** A column: its label, how its values are told, and the decimals they are rounded to when printed. */
export interface ReportColumn {
  key: string;
  label: string;
  kind: 'text' | 'number' | 'level';
  /** Unit as printed in the heading, e.g. `m²`; absent for counts and text. */
  unit?: string;
  decimals?: number;
  /** True for identifiers that only the CSV carries. */
  csvOnly?: boolean;
  /** Share of the table's width; numbers take what they need when absent. */
  widthFraction?: number;
}

/** A table of the report; every row has a value for every column key. */
export interface ReportTable {
  id: string;
  caption: string;
  columns: ReportColumn[];
  rows: Record<string, ReportValue>[];
  /** Rows that are sums over the table's subject and are printed with emphasis. */
  totals: Record<string, ReportValue>[];
  /** How many of the rows are printed; the CSV always has all of them. */
  printedRows: number;
  /** True when a note of the section says which rows are not printed. */
  restTold?: boolean;
  /** Indices of rows that need attention. */
  flaggedRows: number[];
}

export interface ReportSection {
  heading: string;
  paragraphs: string[];
  tables: ReportTable[];
  notes: string[];
}

/** A text on the map at a place in the project CRS. */
export interface FigureLabel {
  text: string;
  x: number;
  y: number;
}

/** Where a shelter's name stands beside its icon. */
export type LabelSide = 'right' | 'left' | 'above' | 'below';

/** The name of a shelter beside its icon. */
export interface ShelterLabel extends FigureLabel {
  side: LabelSide;
  flagged: boolean;
}

/** A map figure: everything but its bitmap, which is drawn for `frame`. */
export interface ReportFigure {
  id: string;
  caption: string;
  frame: FigureFrame;
  zoneLabels: FigureLabel[];
  shelterLabels: ShelterLabel[];
  /** Shelters in the frame, flagged ones last so that they are drawn on top. */
  shelters: { x: number; y: number; flagged: boolean }[];
  legend: { level: RiskLevel; label: string; fill: string; ink: string; hatch: Hatch }[];
  legendShelter: string | null;
  legendShelterFlagged: string | null;
  legendBuildings: string;
  /** Lines below the legend: CRS, height datum, data date, extent. */
  lines: string[];
  /** Map review number or the statement that there is none; set at the lower left of the map. */
  reviewStatement: string;
}

/** A whole report as plain data: what the PDF and the CSV files are made from. */
export interface ReportDocument {
  locale: ReportLocale;
  title: string;
  subtitle: string;
  /** Line at the head of every page: product, classification, demo mark. */
  header: string;
  /** Words around the page number, `{page}` and `{pages}` to be filled. */
  pageLabel: string;
  meta: { label: string; value: string }[];
  summaryHeading: string;
  summary: string[];
  figures: ReportFigure[];
  figureHeading: string;
  /** What the maps show beside what the tables count, and what the maps lack. */
  figureNotes: string[];
  sections: ReportSection[];
  /** What an unknown value is called. */
  unknownLabel: string;
  tableWord: string;
  figureWord: string;
}
