import type { Exposure } from '../risk/exposure.ts';
import { formatNumber } from './format-value.ts';
import type { NumberedZone } from './number-zones.ts';
import type { ReportLocale } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { listAbsent } from './report-title.ts';
import { designationName, zoneReference } from './shelter-section.ts';
import { tellCounts } from './tell-counts.ts';
import { reportText } from './texts.ts';
import { hazardName } from './vocabulary.ts';

/** Shelters told by name in the summary; the table has all. */
const NAMED_SHELTERS = 3;

/** People in the zones; the word for unknown when no building there has a value. */
function knownPeople(union: Exposure, field: 'peopleDay' | 'peopleNight', locale: ReportLocale): string {
  return union.unknown[field] === union.buildings
    ? reportText(locale, 'unknown')
    : formatNumber(union[field], 0, locale);
}

function exposureLines(input: ReportInput): string[] {
  const { locale, exposure } = input;
  if (input.zones.length === 0) return [];
  if (exposure.status === 'missing') return [reportText(locale, 'sumExposureMissing')];
  const { union } = exposure.result;
  const told =
    union.buildings === 0
      ? reportText(locale, 'sumNoExposure')
      : reportText(locale, 'sumExposure', {
          buildings: formatNumber(union.buildings, 0, locale),
          footprint: formatNumber(union.footprintAreaSquareMeters, 0, locale),
          day: knownPeople(union, 'peopleDay', locale),
          night: knownPeople(union, 'peopleNight', locale),
          unknownFloor: formatNumber(union.unknown.floorArea ?? 0, 0, locale),
          unknownNight: formatNumber(union.unknown.peopleNight ?? 0, 0, locale),
        });
  const hasPipes = input.manifest.datasets.some(({ kind }) => kind === 'pipes');
  return [
    told,
    ...(hasPipes ? [reportText(locale, 'sumPipes', { meters: formatNumber(union.pipesMeters, 0, locale) })] : []),
    ...(exposure.status === 'stale' ? [reportText(locale, 'sumExposureStale')] : []),
  ];
}

/** Says at once which analyses the report cannot hold, so that nobody looks for them. */
function lackingLines(input: ReportInput): string[] {
  const list = listAbsent(input);
  if (list === '') return [];
  const consequence = reportText(input.locale, input.zones.length === 0 ? 'lackZones' : 'lackShelters');
  return [reportText(input.locale, 'sumLacking', { list, consequence })];
}

function shelterLines(input: ReportInput, zones: readonly NumberedZone[]): string[] {
  const { locale } = input;
  if (input.shelters.length === 0 || zones.length === 0) return [];
  const inside = input.findings.filter((finding) => finding.zoneIds.length > 0);
  const flagged = inside.filter((finding) => finding.flagged);
  const names = new Map(input.shelters.map((shelter) => [shelter.properties.id, shelter.properties.name]));
  const zoneById = new Map(zones.map((entry) => [entry.zone.properties.id, entry]));
  const told = [...flagged, ...inside.filter((finding) => !finding.flagged)];
  const lines = told.slice(0, NAMED_SHELTERS).flatMap((finding) => {
    const hazard = finding.hazards.find((entry) => entry.designation === 'notDesignated') ?? finding.hazards[0];
    if (!hazard) return [];
    const zone = zoneById.get(hazard.zoneId);
    return [
      reportText(locale, 'sumShelterNamed', {
        name: names.get(finding.shelterId) ?? finding.shelterId,
        hazard: hazardName(hazard.hazard, locale),
        zone: zone ? zoneReference(zone) : hazard.zoneId,
        designation: designationName(hazard.designation, locale),
      }),
    ];
  });
  const more = told.length - NAMED_SHELTERS;
  return [
    reportText(locale, 'sumShelters', {
      inside: formatNumber(inside.length, 0, locale),
      flagged: formatNumber(flagged.length, 0, locale),
    }),
    ...lines,
    ...(more > 0 ? [reportText(locale, 'sumMore', { count: more })] : []),
  ];
}

/** The findings in a few sentences: what there is, what is exposed, which shelters lie in a zone. */
export function summarise(input: ReportInput, zones: readonly NumberedZone[]): string[] {
  const counted = reportText(input.locale, 'sumCounts', { counts: tellCounts(input) });
  return [counted, ...lackingLines(input), ...exposureLines(input), ...shelterLines(input, zones)];
}
