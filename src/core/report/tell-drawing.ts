import { formatNumber } from './format-value.ts';
import type { ReportDocument } from './report-document.ts';
import { reportText } from './texts.ts';

/** Tiles told by name; the rest are counted. */
const NAMED_TILES = 12;

/** What became of a report's maps: tiles that could not be drawn, as `tileset: URL`, and whether any map was drawn. */
export interface Drawing {
  absent: readonly string[];
  drawn: boolean;
}

function tileName(told: string): string {
  return told.replace(/^([^:]+): .*?([^/]+\/[^/]+?)(\?.*)?$/, '$1/$2');
}

/** The report with what its maps lack written beside them: tiles that did not load by name, or that nothing was drawn. */
export function tellDrawing(document: ReportDocument, drawing: Drawing): ReportDocument {
  const { locale } = document;
  const notes: string[] = [];
  if (!drawing.drawn && document.figures.length > 0) notes.push(reportText(locale, 'figNotDrawn'));
  if (drawing.absent.length > 0) {
    const names = drawing.absent
      .slice(0, NAMED_TILES)
      .map(tileName)
      .join(locale === 'en' ? ', ' : '、');
    const count = formatNumber(drawing.absent.length, 0, locale);
    const more = drawing.absent.length > NAMED_TILES ? ' …' : '';
    notes.push(reportText(locale, 'figAbsent', { count, names: `${names}${more}` }));
  }
  return { ...document, figureNotes: [...document.figureNotes, ...notes] };
}
