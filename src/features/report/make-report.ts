import type { Issue, Outcome } from '../../core/city/issue.ts';
import { buildReport } from '../../core/report/build-report.ts';
import { calendarDay } from '../../core/report/calendar-day.ts';
import type { ReportDocument } from '../../core/report/report-document.ts';
import { tellDrawing } from '../../core/report/tell-drawing.ts';
import { buildTypstSource } from '../../core/report/typst-source.ts';
import { drawFigures } from '../../scene/table/draw-figures.ts';
import type { FigureResult } from '../../scene/table/figure-request.ts';
import { selectShelterFindings } from '../../state/select-shelter-findings.ts';
import { selectSortedZones } from '../../state/select-sorted-zones.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { makeTypstPdf } from '../../workers/typst-client.ts';
import type { ReportResult, ReportStep } from './report-run.ts';
import { settleExposure } from './settle-exposure.ts';

/** Bitmap resolution of the map figures; 240 dots per inch prints sharply and keeps the PDF below a few MB. */
const DOTS_PER_INCH = 240;

const CANCELLED = { ok: false, issue: { code: 'report.cancelled', severity: 'note', place: {} } } as const;

async function describeCity(city: OpenCity, day: string, signal: AbortSignal): Promise<Outcome<ReportDocument>> {
  const exposure = await settleExposure(city, signal);
  const { locale, mapReviewNumber } = workspaceStore.getState();
  return buildReport({
    locale,
    manifest: city.manifest,
    zones: selectSortedZones(city.zones),
    shelters: city.shelters,
    findings: selectShelterFindings(city),
    exposure,
    mapReviewNumber,
    generatedOn: day,
  });
}

/** Draws the maps; the report goes on without them when the browser cannot draw, and says so. */
async function drawMaps(
  city: OpenCity,
  document: ReportDocument,
  signal: AbortSignal,
): Promise<FigureResult & { issues: Issue[] }> {
  const drawn = await drawFigures(
    {
      projectCrs: city.manifest.projectCrs,
      tilesets: city.manifest.tilesets.map(({ id, uri }) => ({ id, url: new URL(uri, city.baseUrl).href })),
      zones: city.zones,
      ground: city.manifest.ground,
      frames: document.figures,
      dotsPerInch: DOTS_PER_INCH,
    },
    signal,
  );
  if (drawn.ok) return { ...drawn.value, issues: [] };
  const reason = String(drawn.issue.values?.reason ?? drawn.issue.code);
  const issue: Issue = { code: 'report.figureMissing', severity: 'warning', place: {}, values: { reason } };
  return { bitmaps: {}, absent: [], issues: [issue] };
}

/**
 * Makes the report of the open city: exposure, maps, layout. Every number comes from the workspace and the city
 * table, none from what is on the screen; only the date depends on the machine it is made on.
 */
export async function makeReport(
  city: OpenCity,
  signal: AbortSignal,
  onStep: (step: ReportStep) => void,
  now: Date = new Date(),
): Promise<Outcome<ReportResult>> {
  onStep('exposure');
  const day = calendarDay(now);
  const described = await describeCity(city, day, signal);
  if (!described.ok) return described;
  if (signal.aborted) return CANCELLED;
  onStep('figures');
  const maps = await drawMaps(city, described.value, signal);
  if (signal.aborted) return CANCELLED;
  const document = tellDrawing(described.value, { absent: maps.absent, drawn: maps.issues.length === 0 });
  const images = Object.fromEntries(Object.entries(maps.bitmaps).map(([id, bitmap]) => [id, bitmap.png]));
  const pdf = await makeTypstPdf(buildTypstSource(document, images), { signal, onStep });
  if (!pdf.ok) return pdf;
  return {
    ok: true,
    value: {
      cityId: city.manifest.id,
      date: day,
      document,
      pdf: pdf.value,
      absent: maps.absent,
      issues: maps.issues,
    },
  };
}
