import type { Outcome } from '../city/issue.ts';
import { createProjection, type Projection } from '../crs/projection.ts';
import { describeRange } from './describe-range.ts';
import { buildExposureSection } from './exposure-section.ts';
import { formatNumber } from './format-value.ts';
import { numberZones } from './number-zones.ts';
import { planFigures } from './plan-figures.ts';
import type { ReportDocument, ReportLocale } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { reportSubtitle, reportTitle } from './report-title.ts';
import { buildShelterSection } from './shelter-section.ts';
import { buildLimitSection, buildSourceSection } from './source-section.ts';
import { summarise } from './summarise.ts';
import { reportText } from './texts.ts';
import { classificationName, datumName, localized, reviewStatement } from './vocabulary.ts';
import { buildZoneSection } from './zone-section.ts';

function header(input: ReportInput): string {
  const { locale, manifest } = input;
  const told = reportText(locale, 'header', {
    city: localized(manifest.name, locale),
    classification: classificationName(manifest, locale),
  });
  return manifest.synthetic ? reportText(locale, 'headerSynthetic', { header: told }) : told;
}

/** Degrees with the letter of their half of the globe: a minus beside a dash cannot be read. */
function degreeRange(low: number, high: number, halves: 'EW' | 'NS', locale: ReportLocale): string {
  const [number, half] = [
    (degree: number) => formatNumber(Math.abs(degree), 4, locale),
    (degree: number) => `°\u00a0${halves[degree < 0 ? 1 : 0]}`,
  ];
  const lowHalf = half(low) === half(high) ? '' : half(low);
  return `${number(low)}${lowHalf}–${number(high)}${half(high)}`;
}

function meta(input: ReportInput, projection: Projection): ReportDocument['meta'] {
  const { locale, manifest } = input;
  const [west, south, east, north] = manifest.extent;
  const unknown = reportText(locale, 'unknown');
  return [
    { label: reportText(locale, 'metaDate'), value: manifest.surveyDate ?? unknown },
    { label: reportText(locale, 'metaGenerated'), value: input.generatedOn },
    { label: reportText(locale, 'metaCrs'), value: `${projection.code} ${projection.name}` },
    { label: reportText(locale, 'metaDatum'), value: datumName(manifest.heightDatum, locale) },
    {
      label: reportText(locale, 'metaExtent'),
      value: `${degreeRange(west, east, 'EW', locale)}, ${degreeRange(south, north, 'NS', locale)}`,
    },
    {
      label: reportText(locale, 'metaReview'),
      value: reviewStatement(manifest.mapReviewNumber ?? input.mapReviewNumber, locale),
    },
    { label: reportText(locale, 'metaSource'), value: manifest.attribution ?? unknown },
    { label: reportText(locale, 'metaLicence'), value: manifest.licence ?? unknown },
    { label: reportText(locale, 'metaHash'), value: manifest.inputHash.slice(0, 16) },
  ];
}

/**
 * Builds the report of a city: summary, maps, zones, exposure, shelters, limits, method and sources. Numbers stay
 * unrounded in the tables and are rounded once, when printed; the same input gives the same document.
 * Errors: `crs.unknown` when the project CRS of the package is not known.
 */
export function buildReport(input: ReportInput): Outcome<ReportDocument> {
  const prepared = createProjection(input.manifest.projectCrs);
  if (!prepared.ok) return prepared;
  const projection = prepared.value;
  const { locale, manifest } = input;
  const zones = numberZones(input.zones, projection);
  return {
    ok: true,
    value: {
      locale,
      title: reportTitle(input),
      subtitle: reportSubtitle(input),
      header: header(input),
      pageLabel: reportText(locale, 'page'),
      meta: meta(input, projection),
      summaryHeading: reportText(locale, 'summary'),
      summary: summarise(input, zones),
      figureHeading: reportText(locale, 'mapHeading'),
      figures: planFigures(input, zones, projection),
      figureNotes: describeRange(input, projection),
      sections: [
        buildZoneSection(zones, manifest.projectCrs, locale),
        buildExposureSection(input, zones),
        buildShelterSection(input, zones),
        buildLimitSection(manifest, locale),
        buildSourceSection(input),
      ],
      unknownLabel: reportText(locale, 'unknown'),
      tableWord: reportText(locale, 'table'),
      figureWord: reportText(locale, 'figure'),
    },
  };
}
