import { RISK_LEVELS } from '../city/hazard.ts';
import type { Projection } from '../crs/projection.ts';
import { levelStyle } from '../style/level-style.ts';
import { type FigureFrame, fitFigure, type ProjectedExtent } from './figure-frame.ts';
import { formatNumber } from './format-value.ts';
import type { NumberedZone } from './number-zones.ts';
import { placeLabels } from './place-labels.ts';
import { placeShelterLabels } from './place-shelter-labels.ts';
import { projectExtent } from './project-extent.ts';
import type { ReportFigure } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { listContents } from './report-title.ts';
import { type ReportTextKey, reportText } from './texts.ts';
import { datumName, levelName, localized, reviewStatement } from './vocabulary.ts';

/** Room for a map below the summary on an A4 page with 20 mm margins, its ticks and its legend. */
const BOX = { widthMillimeters: 162, heightMillimeters: 92 };
/** Two details fit on a page. */
const DETAIL_BOX = { widthMillimeters: 162, heightMillimeters: 80 };
/** A detail is worth a figure when it covers less than this share of the overview's width. */
const DETAIL_SHARE = 0.5;
const FINDING_MARGIN_METERS = 250;

function join(a: ProjectedExtent, b: ProjectedExtent): ProjectedExtent {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function extentOf(points: Iterable<readonly number[]>, projection: Projection): ProjectedExtent | null {
  const box = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const point of points) {
    const [x, y] = projection.fromLonLat(point[0] ?? 0, point[1] ?? 0);
    box[0] = Math.min(box[0] ?? x, x);
    box[1] = Math.min(box[1] ?? y, y);
    box[2] = Math.max(box[2] ?? x, x);
    box[3] = Math.max(box[3] ?? y, y);
  }
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = box;
  return Number.isFinite(minX) ? [minX, minY, maxX, maxY] : null;
}

function zonesExtent(zones: readonly NumberedZone[], projection: Projection): ProjectedExtent | null {
  const rings = zones.flatMap((entry) => entry.zone.geometry.coordinates.flatMap((polygon) => polygon[0] ?? []));
  return extentOf(rings, projection);
}

function sheltersExtent(input: ReportInput, projection: Projection): ProjectedExtent | null {
  return extentOf(
    input.shelters.map((shelter) => shelter.geometry.coordinates),
    projection,
  );
}

function groundExtent(input: ReportInput, projection: Projection): ProjectedExtent | null {
  const { ground } = input.manifest;
  return ground.rule === 'none' ? null : projectExtent(ground.extent, projection);
}

function inside(frame: FigureFrame, x: number, y: number): boolean {
  const [minX, minY, maxX, maxY] = frame.extent;
  return x > minX && x < maxX && y > minY && y < maxY;
}

function sheltersInFrame(input: ReportInput, frame: FigureFrame, projection: Projection): ReportFigure['shelters'] {
  const flagged = new Set(input.findings.filter((finding) => finding.flagged).map((finding) => finding.shelterId));
  const placed = input.shelters.map((shelter) => {
    const [x, y] = projection.fromLonLat(...shelter.geometry.coordinates);
    return { x, y, flagged: flagged.has(shelter.properties.id) };
  });
  return placed.filter(({ x, y }) => inside(frame, x, y)).sort((a, b) => Number(a.flagged) - Number(b.flagged));
}

/** The zones that hold a shelter, with some ground around them. */
function findingsExtent(
  input: ReportInput,
  zones: readonly NumberedZone[],
  projection: Projection,
): ProjectedExtent | null {
  const touched = new Set(input.findings.flatMap((finding) => finding.zoneIds));
  const extent = zonesExtent(
    zones.filter((entry) => touched.has(entry.zone.properties.id)),
    projection,
  );
  if (!extent) return null;
  return [
    extent[0] - FINDING_MARGIN_METERS,
    extent[1] - FINDING_MARGIN_METERS,
    extent[2] + FINDING_MARGIN_METERS,
    extent[3] + FINDING_MARGIN_METERS,
  ];
}

/** What of the package the frame shows, in numbers. */
function rangeLine(input: ReportInput, frame: FigureFrame, shelters: number, projection: Projection): string {
  const { locale } = input;
  const touched = input.zones.filter((zone) =>
    zone.geometry.coordinates.some((polygon) =>
      polygon.some((ring) =>
        ring.some((place) => {
          const [x, y] = projection.fromLonLat(place[0], place[1]);
          return inside(frame, x, y);
        }),
      ),
    ),
  );
  const kilometers = (meters: number) => formatNumber(meters / 1000, meters < 10_000 ? 2 : 1, locale);
  const [minX, minY, maxX, maxY] = frame.extent;
  const size = { width: kilometers(maxX - minX), height: kilometers(maxY - minY) };
  const zones = { zones: touched.length, allZones: input.zones.length };
  return [
    reportText(locale, 'figLineSize', size),
    ...(input.zones.length > 0 ? [reportText(locale, 'figLineZones', zones)] : []),
    ...(input.shelters.length > 0
      ? [reportText(locale, 'figLineShelters', { shelters, allShelters: input.shelters.length })]
      : []),
  ].join(locale === 'en' ? '; ' : '；');
}

function lines(input: ReportInput, projection: Projection): string[] {
  const { locale, manifest } = input;
  return [
    reportText(locale, 'figLineCrs', { crs: `${projection.code} ${projection.name}` }),
    [
      reportText(locale, 'figLineDatum', { datum: datumName(manifest.heightDatum, locale) }),
      reportText(locale, 'figLineDate', { date: manifest.surveyDate ?? reportText(locale, 'unknown') }),
      reportText(locale, 'figLineMade', { date: input.generatedOn }),
    ].join(locale === 'en' ? '; ' : '；'),
  ];
}

function describeFigure(
  id: string,
  captionKey: ReportTextKey,
  ground: ProjectedExtent,
  input: ReportInput,
  zones: readonly NumberedZone[],
  projection: Projection,
): ReportFigure {
  const { locale, manifest } = input;
  const frame = fitFigure(ground, id === 'overview' ? BOX : DETAIL_BOX);
  const levels = RISK_LEVELS.filter((level) => zones.some((entry) => entry.level === level));
  const anyFlagged = input.findings.some((finding) => finding.flagged);
  const zoneLabels = placeLabels(zones, frame, projection);
  const names = placeShelterLabels(input, frame, zoneLabels, projection);
  const shelters = sheltersInFrame(input, frame, projection);
  const caption = reportText(locale, captionKey, {
    city: localized(manifest.name, locale),
    shown: listContents(input, ['zones', 'shelters', 'buildings']),
  });
  return {
    id,
    caption: reportText(locale, 'figScale', { caption, scale: formatNumber(frame.scaleDenominator, 0, locale) }),
    frame,
    zoneLabels,
    shelterLabels: names.labels,
    shelters,
    legend: levels.map((level) => ({
      level,
      label: levelName(level, locale),
      fill: levelStyle(level).fill,
      ink: levelStyle(level).inkLight,
      hatch: levelStyle(level).hatch,
    })),
    legendShelter: input.shelters.length > 0 ? reportText(locale, 'legendShelter') : null,
    legendShelterFlagged: anyFlagged ? reportText(locale, 'legendFlagged') : null,
    legendBuildings: reportText(locale, 'legendBuildings'),
    lines: [
      ...lines(input, projection),
      rangeLine(input, frame, shelters.length, projection),
      ...(zoneLabels.length > 0 ? [reportText(locale, 'legendNumbers')] : []),
      ...(names.unnamed > 0 ? [reportText(locale, 'figLineUnnamed', { count: names.unnamed })] : []),
    ],
    reviewStatement: reviewStatement(manifest.mapReviewNumber ?? input.mapReviewNumber, locale),
  };
}

/**
 * Decides which maps the report has: the whole city, and where zones or buildings are small beside it, a detail
 * of each. Frames are exact to their scale in the project CRS.
 */
export function planFigures(
  input: ReportInput,
  zones: readonly NumberedZone[],
  projection: Projection,
): ReportFigure[] {
  const zoneGround = zonesExtent(zones, projection);
  const buildingGround = groundExtent(input, projection);
  const whole = projectExtent(input.manifest.extent, projection);
  const parts = [zoneGround, buildingGround, sheltersExtent(input, projection)].filter((part) => part !== null);
  const overview = parts.reduce(join, whole);
  const figures = [describeFigure('overview', 'figOverview', overview, input, zones, projection)];
  const overviewScale = figures[0]?.frame.scaleDenominator ?? 1;
  const details = [
    ['zones', 'figDetail', zoneGround],
    ['shelters', 'figShelters', findingsExtent(input, zones, projection)],
    ['buildings', 'figBuildings', buildingGround],
  ] as const;
  for (const [id, caption, ground] of details) {
    if (!ground) continue;
    const figure = describeFigure(id, caption, ground, input, zones, projection);
    const finest = Math.min(...figures.map(({ frame }) => frame.scaleDenominator));
    const closer = id === 'buildings' ? overviewScale : finest;
    if (figure.frame.scaleDenominator < closer * DETAIL_SHARE) figures.push(figure);
  }
  return figures;
}
