import { RISK_LEVELS } from '../city/hazard.ts';
import type { Projection } from '../crs/projection.ts';
import { levelStyle } from '../style/level-style.ts';
import { type FigureFrame, fitFigure, type ProjectedExtent } from './figure-frame.ts';
import { formatNumber } from './format-value.ts';
import type { NumberedZone } from './number-zones.ts';
import { placeLabels } from './place-labels.ts';
import type { FigureLabel, ReportFigure } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { type ReportTextKey, reportText } from './texts.ts';
import { datumName, levelName, localized, reviewStatement } from './vocabulary.ts';

/** Room for a map on an A4 page with 20 mm margins, its ticks and its legend. */
const BOX = { widthMillimeters: 162, heightMillimeters: 158 };
/** Two details fit on a page. */
const DETAIL_BOX = { widthMillimeters: 162, heightMillimeters: 98 };
/** A detail is worth a figure when it covers less than this share of the overview's width. */
const DETAIL_SHARE = 0.5;
const FINDING_MARGIN_METERS = 250;
/** Room of a label on paper. */
const CHARACTER_MILLIMETERS = 2.7;
const LINE_MILLIMETERS = 4.2;

function join(extents: readonly ProjectedExtent[]): ProjectedExtent | null {
  const [first, ...rest] = extents;
  if (!first) return null;
  return rest.reduce<ProjectedExtent>(
    (all, next) => [
      Math.min(all[0], next[0]),
      Math.min(all[1], next[1]),
      Math.max(all[2], next[2]),
      Math.max(all[3], next[3]),
    ],
    first,
  );
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
  const [west, south, east, north] = input.manifest.ground.extent;
  if (input.manifest.ground.rule === 'none') return null;
  return extentOf(
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
    projection,
  );
}

function manifestExtent(input: ReportInput, projection: Projection): ProjectedExtent {
  const [west, south, east, north] = input.manifest.extent;
  return (
    extentOf(
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
      ],
      projection,
    ) ?? [0, 0, 100, 100]
  );
}

function inside(frame: FigureFrame, x: number, y: number): boolean {
  const [minX, minY, maxX, maxY] = frame.extent;
  return x > minX && x < maxX && y > minY && y < maxY;
}

/** Names of the shelters that lie in zones, flagged ones first, as long as they overlap no earlier name. */
function shelterLabels(input: ReportInput, frame: FigureFrame, projection: Projection): FigureLabel[] {
  const told = input.findings.filter((finding) => finding.zoneIds.length > 0);
  const ids = [...told].sort((a, b) => Number(b.flagged) - Number(a.flagged)).map((finding) => finding.shelterId);
  const shelters = new Map(input.shelters.map((shelter) => [shelter.properties.id, shelter]));
  const metersPerMillimeter = frame.scaleDenominator / 1000;
  const placed: (FigureLabel & { widthMeters: number })[] = [];
  for (const id of ids) {
    const shelter = shelters.get(id);
    if (!shelter) continue;
    const [x, y] = projection.fromLonLat(...shelter.geometry.coordinates);
    const text = shelter.properties.name ?? id;
    const widthMeters = (text.length * CHARACTER_MILLIMETERS + 4) * metersPerMillimeter;
    const free = placed.every(
      (other) =>
        Math.abs(other.y - y) > LINE_MILLIMETERS * metersPerMillimeter ||
        Math.abs(other.x - x) > Math.max(other.widthMeters, widthMeters),
    );
    if (free && inside(frame, x, y)) placed.push({ text, x, y, widthMeters });
  }
  return placed.map(({ text, x, y }) => ({ text, x, y }));
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

function lines(input: ReportInput, projection: Projection): string[] {
  const { locale, manifest } = input;
  return [
    reportText(locale, 'figLineCrs', { crs: `${projection.code} ${projection.name}` }),
    reportText(locale, 'figLineDatum', { datum: datumName(manifest.heightDatum, locale) }),
    reportText(locale, 'figLineDate', { date: manifest.surveyDate ?? reportText(locale, 'unknown') }),
    reportText(locale, 'figLineMade', { date: input.generatedAt.slice(0, 10) }),
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
  const caption = reportText(locale, captionKey, { city: localized(manifest.name, locale) });
  return {
    id,
    caption: reportText(locale, 'figScale', { caption, scale: formatNumber(frame.scaleDenominator, 0, locale) }),
    frame,
    zoneLabels: placeLabels(zones, frame, projection),
    shelterLabels: shelterLabels(input, frame, projection),
    shelters: sheltersInFrame(input, frame, projection),
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
    lines: lines(input, projection),
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
  const parts = [zoneGround, buildingGround, sheltersExtent(input, projection), manifestExtent(input, projection)];
  const overview = join(parts.filter((part) => part !== null)) ?? manifestExtent(input, projection);
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
