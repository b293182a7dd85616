import { RISK_LEVELS } from '../city/hazard.ts';
import type { Exposure, ExposureResult } from '../risk/exposure.ts';
import { buildTable, type ColumnPlan } from './build-table.ts';
import { formatNumber } from './format-value.ts';
import type { NumberedZone } from './number-zones.ts';
import type { ReportLocale, ReportSection, ReportTable, ReportValue } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { type ReportTextKey, reportText } from './texts.ts';
import { hazardName, levelName } from './vocabulary.ts';

const PRINTED_ZONES = 60;

const UNKNOWN_FIELDS: readonly (readonly [field: string, text: ReportTextKey])[] = [
  ['floorArea', 'fieldFloorArea'],
  ['peopleDay', 'fieldPeopleDay'],
  ['peopleNight', 'fieldPeopleNight'],
];

function measureColumns(locale: ReportLocale, hasPipes: boolean): ColumnPlan[] {
  const buildings = reportText(locale, 'unitBuildings');
  const column = (key: string, label: ReportTextKey, unit?: string): ColumnPlan => ({
    key,
    label,
    kind: 'number',
    widthFraction: 1,
    ...(unit ? { unit } : {}),
  });
  return [
    column('buildings', 'colBuildings', buildings),
    column('footprint', 'colFootprint', 'm²'),
    column('floor', 'colFloor', 'm²'),
    column('day', 'colDay'),
    column('night', 'colNight'),
    ...(hasPipes ? [column('pipes', 'colPipes', 'm')] : []),
    column('unknownFloor', 'colUnknownFloor', buildings),
    column('unknownPeople', 'colUnknownPeople', buildings),
  ];
}

/** A sum over buildings that are all unknown is itself unknown; a sum over no buildings is zero. */
function knownSum(exposure: Exposure, sum: number, field: string): number | null {
  return exposure.buildings > 0 && exposure.unknown[field] === exposure.buildings ? null : sum;
}

function measures(exposure: Exposure): Record<string, ReportValue> {
  return {
    buildings: exposure.buildings,
    footprint: exposure.footprintAreaSquareMeters,
    floor: knownSum(exposure, exposure.floorAreaSquareMeters, 'floorArea'),
    day: knownSum(exposure, exposure.peopleDay, 'peopleDay'),
    night: knownSum(exposure, exposure.peopleNight, 'peopleNight'),
    pipes: exposure.pipesMeters,
    unknownFloor: exposure.unknown.floorArea ?? 0,
    unknownPeople: Math.max(exposure.unknown.peopleDay ?? 0, exposure.unknown.peopleNight ?? 0),
  };
}

function levelTable(result: ExposureResult, hasPipes: boolean, locale: ReportLocale): ReportTable {
  const rows = RISK_LEVELS.flatMap((level) => {
    const exposure = result.byLevel[level];
    return exposure ? [{ level: levelName(level, locale), ...measures(exposure) }] : [];
  });
  return buildTable(locale, {
    id: 'exposure-by-level',
    caption: 'tabByLevel',
    columns: [{ key: 'level', label: 'colLevel', kind: 'level' }, ...measureColumns(locale, hasPipes)],
    rows,
    totals: [{ level: reportText(locale, 'union'), ...measures(result.union) }],
  });
}

/** A zone without a building may still lie over pipes. */
function holdsNothing({ buildings, pipesMeters }: Exposure): boolean {
  return buildings === 0 && pipesMeters === 0;
}

function zoneTable(
  result: ExposureResult,
  zones: readonly NumberedZone[],
  hasPipes: boolean,
  locale: ReportLocale,
): ReportTable {
  const byId = new Map(result.zones.map((exposure) => [exposure.id, exposure]));
  const measured = zones.flatMap((entry) => {
    const exposure = byId.get(entry.zone.properties.id);
    return exposure ? [{ entry, exposure }] : [];
  });
  const nonZero = measured.filter(({ exposure }) => !holdsNothing(exposure));
  const zero = measured.filter(({ exposure }) => holdsNothing(exposure));
  return buildTable(locale, {
    id: 'exposure-by-zone',
    caption: 'tabByZone',
    columns: [
      { key: 'number', label: 'colNumber', kind: 'number' },
      { key: 'name', label: 'colZone', kind: 'text', widthFraction: 2.4 },
      { key: 'hazard', label: 'colHazard', kind: 'text', widthFraction: 1.5 },
      { key: 'level', label: 'colLevel', kind: 'level' },
      ...measureColumns(locale, hasPipes),
    ],
    rows: [...nonZero, ...zero].map(({ entry, exposure }) => ({
      number: entry.number,
      name: entry.zone.properties.name,
      hazard: hazardName(entry.zone.properties.hazard, locale),
      level: levelName(entry.level, locale),
      ...measures(exposure),
    })),
    printedRows: Math.min(nonZero.length, PRINTED_ZONES),
    restTold: nonZero.length <= PRINTED_ZONES,
  });
}

function unknownNote(result: ExposureResult, locale: ReportLocale): string {
  const parts = UNKNOWN_FIELDS.flatMap(([field, text]) => {
    const count = result.union.unknown[field] ?? 0;
    return count > 0 ? [`${reportText(locale, text)} ${formatNumber(count, 0, locale)}`] : [];
  });
  const list = parts.join(locale === 'en' ? ', ' : '、');
  return parts.length > 0 ? reportText(locale, 'exposureUnknown', { list }) : reportText(locale, 'exposureNoUnknown');
}

/** The section on exposure: by level and in all (each part counted once), then zone by zone (gross), with the unknowns. */
export function buildExposureSection(input: ReportInput, zones: readonly NumberedZone[]): ReportSection {
  const { locale, exposure } = input;
  const heading = reportText(locale, 'exposureHeading');
  if (exposure.status === 'missing' || zones.length === 0) {
    const reason = zones.length === 0 ? 'exposureNoZones' : 'exposureMissing';
    return { heading, paragraphs: [reportText(locale, reason)], tables: [], notes: [] };
  }
  const hasPipes = input.manifest.datasets.some(({ kind }) => kind === 'pipes');
  const byZone = zoneTable(exposure.result, zones, hasPipes, locale);
  const zero = byZone.rows.filter((row) => row.buildings === 0 && row.pipes === 0).length;
  const zeroText = zero === byZone.rows.length ? 'zeroZonesAll' : 'zeroZones';
  return {
    heading,
    paragraphs: [
      ...(exposure.status === 'stale' ? [reportText(locale, 'sumExposureStale')] : []),
      reportText(locale, 'exposureIntro'),
    ],
    tables: [levelTable(exposure.result, hasPipes, locale), byZone],
    notes: [
      ...(zero > 0 ? [reportText(locale, zeroText, { count: formatNumber(zero, 0, locale) })] : []),
      ...(exposure.result.union.buildings > 0 ? [unknownNote(exposure.result, locale)] : []),
      ...(hasPipes ? [reportText(locale, 'exposurePipes')] : []),
      reportText(locale, 'exposureTerms'),
    ],
  };
}
