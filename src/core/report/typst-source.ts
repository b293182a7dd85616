import { RISK_LEVELS } from '../city/hazard.ts';
import { levelStyle } from '../style/level-style.ts';
import { shelterIconSvg } from '../style/shelter-icon.ts';
import { formatNumber, formatValue } from './format-value.ts';
import type {
  ReportColumn,
  ReportDocument,
  ReportFigure,
  ReportLocale,
  ReportTable,
  ReportValue,
} from './report-document.ts';
import { reportText } from './texts.ts';
import { TYPST_TEMPLATE } from './typst-template.ts';
import { levelName } from './vocabulary.ts';

/** Files of one Typst run: markup at `/main.typ`, data and images beside it, by absolute virtual path. */
export interface TypstSource {
  main: string;
  files: Record<string, string | Uint8Array>;
}

const COORDINATE_GROUPS = { useGrouping: false, maximumFractionDigits: 0 } as const;

function scaleLabel(lengthMeters: number, locale: ReportLocale): string {
  return lengthMeters >= 1000
    ? `${formatNumber(lengthMeters / 1000, lengthMeters % 1000 === 0 ? 0 : 1, locale)} km`
    : `${formatNumber(lengthMeters, 0, locale)} m`;
}

/** Room that half a coordinate's digits take along the frame. */
const TICK_MILLIMETERS = 6;

function awayFromCorners(at: number, length: number): boolean {
  return at > TICK_MILLIMETERS && at < length - TICK_MILLIMETERS;
}

function figureData(figure: ReportFigure, locale: ReportLocale, image: string | null) {
  const { frame } = figure;
  const millimeters = 1000 / frame.scaleDenominator;
  const toPaper = (x: number, y: number) => ({
    x: (x - frame.extent[0]) * millimeters,
    y: (frame.extent[3] - y) * millimeters,
  });
  const coordinate = new Intl.NumberFormat('en', COORDINATE_GROUPS);
  const symbols = [
    { kind: 'buildings', label: figure.legendBuildings },
    { kind: 'shelter', label: figure.legendShelter },
    { kind: 'shelter-flagged', label: figure.legendShelterFlagged },
  ];
  return {
    caption: figure.caption,
    image,
    width: frame.widthMillimeters,
    height: frame.heightMillimeters,
    ticksX: frame.ticksX
      .map((x) => ({ at: toPaper(x, 0).x, label: coordinate.format(x) }))
      .filter((tick) => awayFromCorners(tick.at, frame.widthMillimeters)),
    ticksY: frame.ticksY
      .map((y) => ({ at: toPaper(0, y).y, label: coordinate.format(y) }))
      .filter((tick) => awayFromCorners(tick.at, frame.heightMillimeters)),
    zoneLabels: figure.zoneLabels.map((label) => ({ text: label.text, ...toPaper(label.x, label.y) })),
    shelterLabels: figure.shelterLabels.map((label) => ({ ...label, ...toPaper(label.x, label.y) })),
    shelters: figure.shelters.map((shelter) => ({ flagged: shelter.flagged, ...toPaper(shelter.x, shelter.y) })),
    legend: figure.legend,
    symbols: symbols.filter((symbol) => symbol.label !== null),
    scaleBar: { ...frame.scaleBar, label: scaleLabel(frame.scaleBar.lengthMeters, locale) },
    scale: `1 : ${formatNumber(frame.scaleDenominator, 0, locale)}`,
    lines: figure.lines,
    review: figure.reviewStatement,
  };
}

/** Columns that are printed: those with a known value, without identifiers that only the CSV carries. */
function printedColumns(table: ReportTable): ReportColumn[] {
  const told = [...table.rows, ...table.totals];
  return table.columns.filter(
    (column) => !column.csvOnly && (told.length === 0 || told.some((row) => (row[column.key] ?? null) !== null)),
  );
}

function tableData(table: ReportTable, document: ReportDocument) {
  const { locale, unknownLabel } = document;
  const columns = printedColumns(table);
  const cells = (row: Record<string, ReportValue>) =>
    columns.map((column) => formatValue(row[column.key] ?? null, column, locale, unknownLabel));
  return {
    caption: table.caption,
    columns: columns.map((column) => ({
      label: column.unit ? `${column.label} (${column.unit})` : column.label,
      fraction: column.widthFraction ?? null,
      number: column.kind === 'number',
      level: column.kind === 'level',
    })),
    rows: table.rows.slice(0, table.printedRows).map(cells),
    totals: table.totals.map(cells),
    flagged: table.flaggedRows,
  };
}

function unknownNotes(tables: readonly ReportTable[], locale: ReportLocale): string[] {
  return tables.flatMap((table) => {
    const printed = printedColumns(table);
    const left = table.columns.filter((column) => !column.csvOnly && !printed.includes(column));
    const columns = left.map((column) => column.label).join(locale === 'en' ? ', ' : '、');
    return left.length > 0 ? [reportText(locale, 'unknownColumns', { table: table.caption, columns })] : [];
  });
}

function cutNotes(tables: readonly ReportTable[], locale: ReportLocale): string[] {
  return tables.flatMap((table) =>
    table.printedRows > 0 && table.printedRows < table.rows.length && !table.restTold
      ? [reportText(locale, 'cutRows', { table: table.caption, printed: table.printedRows, count: table.rows.length })]
      : [],
  );
}

/**
 * Turns a report into the files of one Typst run. All text of the data is in `/report.json`, never in the markup.
 * @param images PNG by figure id; a figure without one is printed as an empty frame.
 */
export function buildTypstSource(document: ReportDocument, images: Record<string, Uint8Array>): TypstSource {
  const files: TypstSource['files'] = {
    '/shelter.svg': shelterIconSvg('plain'),
    '/shelter-flagged.svg': shelterIconSvg('flagged'),
  };
  const figures = document.figures.map((figure) => {
    const bytes = images[figure.id];
    const image = bytes ? `/${figure.id}.png` : null;
    if (bytes && image) files[image] = bytes;
    return figureData(figure, document.locale, image);
  });
  const data = {
    ...document,
    lang: document.locale === 'en' ? 'en' : 'zh',
    reviewStatement: document.figures[0]?.reviewStatement ?? '',
    levels: Object.fromEntries(
      RISK_LEVELS.map((level) => [
        levelName(level, document.locale),
        { fill: levelStyle(level).fill, ink: levelStyle(level).inkLight, hatch: levelStyle(level).hatch },
      ]),
    ),
    figures,
    sections: document.sections.map((section) => ({
      heading: section.heading,
      paragraphs: section.paragraphs,
      tables: section.tables.map((table) => tableData(table, document)),
      notes: [
        ...cutNotes(section.tables, document.locale),
        ...unknownNotes(section.tables, document.locale),
        ...section.notes,
      ],
    })),
  };
  files['/report.json'] = JSON.stringify(data);
  return { main: TYPST_TEMPLATE, files };
}
