import { SHELTER_HAZARDS } from '../city/hazard.ts';
import type { ShelterFinding } from '../evacuation/check-shelters.ts';
import type { Shelter } from '../evacuation/shelter.ts';
import { buildTable } from './build-table.ts';
import type { NumberedZone } from './number-zones.ts';
import type { ReportLocale, ReportSection, ReportTable, ReportValue } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { reportText } from './texts.ts';
import { hazardName, localized } from './vocabulary.ts';

const PRINTED_SHELTERS = 200;

type Designation = ShelterFinding['hazards'][number]['designation'];

/** Whether a shelter is designated for a hazard, in the reader's words. */
export function designationName(designation: Designation, locale: ReportLocale): string {
  const keys = { designated: 'designated', notDesignated: 'notDesignated', unknown: 'notStated' } as const;
  return reportText(locale, keys[designation]);
}

/** How a zone is named in text: its number in the zone table, with its name or else its id. */
export function zoneReference(entry: NumberedZone): string {
  return `${entry.number} ${entry.zone.properties.name ?? entry.zone.properties.id}`;
}

function designatedFor(shelter: Shelter, locale: ReportLocale): string | null {
  const flags = SHELTER_HAZARDS.map((hazard) => [hazard, shelter.properties.hazards[hazard]] as const);
  if (flags.every(([, flag]) => flag === null)) return null;
  const named = flags.filter(([, flag]) => flag === true).map(([hazard]) => hazardName(hazard, locale));
  return named.length > 0 ? named.join(locale === 'en' ? ', ' : '、') : reportText(locale, 'none');
}

function datasetTitle(input: ReportInput, id: string): string {
  const dataset = input.manifest.datasets.find((entry) => entry.id === id);
  return dataset ? localized(dataset.title, input.locale) : id;
}

function findingsTable(input: ReportInput, zones: readonly NumberedZone[]): ReportTable {
  const { locale } = input;
  const zoneById = new Map(zones.map((entry) => [entry.zone.properties.id, entry]));
  const shelterById = new Map(input.shelters.map((shelter) => [shelter.properties.id, shelter]));
  const rows: Record<string, ReportValue>[] = input.findings.flatMap((finding) =>
    finding.hazards.map((hazard) => {
      const shelter = shelterById.get(finding.shelterId);
      const zone = zoneById.get(hazard.zoneId);
      return {
        name: shelter?.properties.name ?? finding.shelterId,
        dataset: shelter ? datasetTitle(input, shelter.properties.dataset) : null,
        hazard: hazardName(hazard.hazard, locale),
        zone: zone ? zoneReference(zone) : hazard.zoneId,
        designation: designationName(hazard.designation, locale),
        flag: finding.flagged && hazard.designation === 'notDesignated' ? reportText(locale, 'flagged') : '',
      };
    }),
  );
  return buildTable(locale, {
    id: 'shelters-in-zones',
    caption: 'tabFindings',
    columns: [
      { key: 'name', label: 'colShelter', kind: 'text', widthFraction: 3 },
      { key: 'dataset', label: 'colDataset', kind: 'text', widthFraction: 2 },
      { key: 'hazard', label: 'colHazard', kind: 'text' },
      { key: 'zone', label: 'colInside', kind: 'text', widthFraction: 3 },
      { key: 'designation', label: 'colDesignation', kind: 'text', widthFraction: 2 },
      { key: 'flag', label: 'colFlag', kind: 'text' },
    ],
    rows,
    flaggedRows: rows.flatMap((row, index) => (row.flag ? [index] : [])),
  });
}

function datasetTable(input: ReportInput): ReportTable {
  const { locale } = input;
  const findings = new Map(input.findings.map((finding) => [finding.shelterId, finding]));
  const ids = [...new Set(input.shelters.map((shelter) => shelter.properties.dataset))];
  const rows = ids.map((id) => {
    const members = input.shelters.filter((shelter) => shelter.properties.dataset === id);
    const found = members.map((shelter) => findings.get(shelter.properties.id));
    return {
      dataset: datasetTitle(input, id),
      count: members.length,
      inside: found.filter((finding) => finding && finding.zoneIds.length > 0).length,
      flagged: found.filter((finding) => finding?.flagged).length,
    };
  });
  return buildTable(locale, {
    id: 'shelters-by-dataset',
    caption: 'tabByDataset',
    columns: [
      { key: 'dataset', label: 'colDataset', kind: 'text', widthFraction: 3 },
      { key: 'count', label: 'colShelters', kind: 'number' },
      { key: 'inside', label: 'colInsideCount', kind: 'number' },
      { key: 'flagged', label: 'colFlagged', kind: 'number' },
    ],
    rows,
  });
}

function shelterTable(input: ReportInput): ReportTable {
  const { locale } = input;
  const findings = new Map(input.findings.map((finding) => [finding.shelterId, finding]));
  const insideFirst = (shelter: Shelter) => (findings.get(shelter.properties.id)?.zoneIds.length ? 0 : 1);
  const sorted = [...input.shelters].sort((a, b) => insideFirst(a) - insideFirst(b));
  return buildTable(locale, {
    id: 'shelters',
    caption: 'tabShelters',
    columns: [
      { key: 'name', label: 'colShelter', kind: 'text', widthFraction: 3 },
      { key: 'address', label: 'colAddress', kind: 'text', widthFraction: 3 },
      { key: 'designated', label: 'colDesignated', kind: 'text', widthFraction: 3 },
      { key: 'capacity', label: 'colCapacity', kind: 'number' },
      { key: 'area', label: 'colSite', kind: 'number', unit: 'm²' },
      { key: 'inside', label: 'colZoneCount', kind: 'number' },
    ],
    rows: sorted.map((shelter) => ({
      name: shelter.properties.name ?? shelter.properties.id,
      address: shelter.properties.address,
      designated: designatedFor(shelter, locale),
      capacity: shelter.properties.capacityPeople,
      area: shelter.properties.areaSquareMeters,
      inside: findings.get(shelter.properties.id)?.zoneIds.length ?? 0,
    })),
    printedRows: Math.min(sorted.length, PRINTED_SHELTERS),
    flaggedRows: sorted.flatMap((shelter, index) => (findings.get(shelter.properties.id)?.flagged ? [index] : [])),
  });
}

/** The section on shelters: which lie in a zone and whether they are designated for its hazard, then all of them. */
export function buildShelterSection(input: ReportInput, zones: readonly NumberedZone[]): ReportSection {
  const heading = reportText(input.locale, 'sheltersHeading');
  if (input.shelters.length === 0) {
    return { heading, paragraphs: [reportText(input.locale, 'sheltersEmpty')], tables: [], notes: [] };
  }
  const inside = findingsTable(input, zones);
  return {
    heading,
    paragraphs: [
      ...(zones.length === 0
        ? [reportText(input.locale, 'sheltersUnchecked')]
        : [
            reportText(input.locale, 'sheltersIntro'),
            ...(inside.rows.length === 0 ? [reportText(input.locale, 'noFindings')] : []),
          ]),
    ],
    tables: [datasetTable(input), ...(inside.rows.length > 0 ? [inside] : []), shelterTable(input)],
    notes: zones.length > 0 ? [reportText(input.locale, 'methodPoint')] : [],
  };
}
