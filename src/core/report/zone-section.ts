import { RISK_LEVELS } from '../city/hazard.ts';
import type { NumberedZone } from './number-zones.ts';
import type { ReportLocale, ReportSection, ReportTable } from './report-document.ts';
import { reportText } from './texts.ts';
import { hazardName, levelName } from './vocabulary.ts';

/** Zones printed at most; the CSV has all. */
const PRINTED_ZONES = 60;

function levelTable(zones: readonly NumberedZone[], locale: ReportLocale): ReportTable {
  const rows = RISK_LEVELS.flatMap((level) => {
    const members = zones.filter((entry) => entry.level === level);
    if (members.length === 0) return [];
    return [{ level, count: members.length, area: members.reduce((sum, entry) => sum + entry.areaSquareMeters, 0) }];
  });
  return {
    id: 'zones-by-level',
    caption: reportText(locale, 'tabLevels'),
    columns: [
      { key: 'level', label: reportText(locale, 'colLevel'), kind: 'level' },
      { key: 'count', label: reportText(locale, 'colCount'), kind: 'number' },
      { key: 'area', label: reportText(locale, 'colArea'), kind: 'number', unit: 'm²' },
    ],
    rows: rows.map((row) => ({ ...row, level: levelName(row.level, locale), area: row.area })),
    totals: [],
    printedRows: rows.length,
    flaggedRows: [],
  };
}

function statusName(entry: NumberedZone, locale: ReportLocale): string | null {
  const keys = { draft: 'statusDraft', reviewed: 'statusReviewed', approved: 'statusApproved' } as const;
  const { status } = entry.zone.properties;
  return status ? reportText(locale, keys[status]) : null;
}

function zoneTable(zones: readonly NumberedZone[], locale: ReportLocale): ReportTable {
  const anyPlan = zones.some((entry) => entry.zone.properties.strategy || entry.zone.properties.requirements?.length);
  return {
    id: 'zones',
    caption: reportText(locale, 'tabZones'),
    columns: [
      { key: 'number', label: reportText(locale, 'colNumber'), kind: 'number' },
      { key: 'name', label: reportText(locale, 'colZone'), kind: 'text', widthFraction: 2.2 },
      { key: 'hazard', label: reportText(locale, 'colHazard'), kind: 'text' },
      { key: 'level', label: reportText(locale, 'colLevel'), kind: 'level' },
      { key: 'area', label: reportText(locale, 'colArea'), kind: 'number', unit: 'm²' },
      ...(anyPlan
        ? [
            { key: 'strategy', label: reportText(locale, 'colStrategy'), kind: 'text' as const, widthFraction: 3.4 },
            {
              key: 'requirements',
              label: reportText(locale, 'colRequirements'),
              kind: 'text' as const,
              widthFraction: 3,
            },
          ]
        : []),
      { key: 'id', label: reportText(locale, 'colId'), kind: 'text' as const, csvOnly: true },
      { key: 'status', label: reportText(locale, 'colStatus'), kind: 'text' },
    ],
    rows: zones.map((entry) => ({
      number: entry.number,
      id: entry.zone.properties.id,
      name: entry.zone.properties.name,
      hazard: hazardName(entry.zone.properties.hazard, locale),
      level: levelName(entry.level, locale),
      area: entry.areaSquareMeters,
      strategy: entry.zone.properties.strategy ?? null,
      requirements: entry.zone.properties.requirements?.join(locale === 'en' ? '; ' : '；') ?? null,
      status: statusName(entry, locale),
    })),
    totals: [],
    printedRows: Math.min(zones.length, PRINTED_ZONES),
    flaggedRows: [],
  };
}

/** The section on the risk zones: number and area by level, then the zones with their numbers on the map. */
export function buildZoneSection(zones: readonly NumberedZone[], crs: string, locale: ReportLocale): ReportSection {
  const heading = reportText(locale, 'zonesHeading');
  if (zones.length === 0) {
    return { heading, paragraphs: [reportText(locale, 'zonesEmpty')], tables: [], notes: [] };
  }
  return {
    heading,
    paragraphs: [reportText(locale, 'zonesIntro')],
    tables: [levelTable(zones, locale), zoneTable(zones, locale)],
    notes: [reportText(locale, 'zonesArea', { crs })],
  };
}
