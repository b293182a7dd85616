import { RISK_LEVELS } from '../city/hazard.ts';
import { buildTable, type ColumnPlan } from './build-table.ts';
import type { NumberedZone } from './number-zones.ts';
import type { ReportLocale, ReportSection, ReportTable } from './report-document.ts';
import { reportText } from './texts.ts';
import { hazardName, levelName } from './vocabulary.ts';

/** Zones printed at most; the CSV has all. */
const PRINTED_ZONES = 60;

const PLAN_COLUMNS: readonly ColumnPlan[] = [
  { key: 'strategy', label: 'colStrategy', kind: 'text', widthFraction: 3.4 },
  { key: 'requirements', label: 'colRequirements', kind: 'text', widthFraction: 3 },
];

function levelTable(zones: readonly NumberedZone[], locale: ReportLocale): ReportTable {
  const rows = RISK_LEVELS.flatMap((level) => {
    const members = zones.filter((entry) => entry.level === level);
    if (members.length === 0) return [];
    return [{ level, count: members.length, area: members.reduce((sum, entry) => sum + entry.areaSquareMeters, 0) }];
  });
  return buildTable(locale, {
    id: 'zones-by-level',
    caption: 'tabLevels',
    columns: [
      { key: 'level', label: 'colLevel', kind: 'level' },
      { key: 'count', label: 'colCount', kind: 'number' },
      { key: 'area', label: 'colArea', kind: 'number', unit: 'm²' },
    ],
    rows: rows.map((row) => ({ ...row, level: levelName(row.level, locale), area: row.area })),
  });
}

function statusName(entry: NumberedZone, locale: ReportLocale): string | null {
  const keys = { draft: 'statusDraft', reviewed: 'statusReviewed', approved: 'statusApproved' } as const;
  const { status } = entry.zone.properties;
  return status ? reportText(locale, keys[status]) : null;
}

function zoneTable(zones: readonly NumberedZone[], locale: ReportLocale): ReportTable {
  const anyPlan = zones.some((entry) => entry.zone.properties.strategy || entry.zone.properties.requirements?.length);
  return buildTable(locale, {
    id: 'zones',
    caption: 'tabZones',
    columns: [
      { key: 'number', label: 'colNumber', kind: 'number' },
      { key: 'name', label: 'colZone', kind: 'text', widthFraction: 2.2 },
      { key: 'hazard', label: 'colHazard', kind: 'text' },
      { key: 'level', label: 'colLevel', kind: 'level' },
      { key: 'area', label: 'colArea', kind: 'number', unit: 'm²' },
      ...(anyPlan ? PLAN_COLUMNS : []),
      { key: 'id', label: 'colId', kind: 'text', csvOnly: true },
      { key: 'status', label: 'colStatus', kind: 'text' },
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
    printedRows: Math.min(zones.length, PRINTED_ZONES),
  });
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
