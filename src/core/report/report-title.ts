import type { ReportLocale } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { reportText } from './texts.ts';
import { localized } from './vocabulary.ts';

/** What a report may tell of: the parts of a package, and the exposure that needs zones and buildings. */
type ReportTopic = 'zones' | 'exposure' | 'shelters' | 'buildings';

const TOPIC_TEXTS = {
  zones: 'topicZones',
  exposure: 'topicExposure',
  shelters: 'topicShelters',
  buildings: 'topicBuildings',
} as const;

function holds(input: ReportInput, topic: ReportTopic): boolean {
  if (topic === 'zones') return input.zones.length > 0;
  if (topic === 'shelters') return input.shelters.length > 0;
  const anyBuilding = (input.manifest.tables.buildings?.rows ?? 0) > 0;
  return anyBuilding && (topic === 'buildings' || input.zones.length > 0);
}

function listed(names: readonly string[], locale: ReportLocale): string {
  const [and, comma] = locale === 'en' ? [' and ', ', '] : ['与', '、'];
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(comma)}${and}${last}`;
}

/** The topics among those asked for that the package has something to say on, as a list in words. */
export function listContents(input: ReportInput, topics: readonly ReportTopic[]): string {
  const told = topics.filter((topic) => holds(input, topic));
  return listed(
    told.map((topic) => reportText(input.locale, TOPIC_TEXTS[topic])),
    input.locale,
  );
}

/** The parts that the package lacks, as a list in words; empty when it has zones and shelters. */
export function listAbsent(input: ReportInput): string {
  const { locale } = input;
  const lacking = (['zones', 'shelters'] as const).filter((topic) => !holds(input, topic));
  const names = lacking.map((topic) => reportText(locale, TOPIC_TEXTS[topic]));
  return locale === 'en' ? names.join(' and no ') : listed(names, locale);
}

/** The title names only what the package has. */
export function reportTitle(input: ReportInput): string {
  const { locale, manifest } = input;
  const topics = listContents(input, ['zones', 'exposure', 'shelters']);
  const city = localized(manifest.name, locale);
  return topics === '' ? reportText(locale, 'titlePlain', { city }) : reportText(locale, 'title', { city, topics });
}

/** The line below the title: the analyses that the report holds. */
export function reportSubtitle(input: ReportInput): string {
  const { locale } = input;
  return [
    reportText(locale, 'subtitleModel'),
    ...(holds(input, 'exposure') ? [reportText(locale, 'subtitleExposure')] : []),
    ...(holds(input, 'zones') && holds(input, 'shelters') ? [reportText(locale, 'subtitleShelters')] : []),
  ].join(' · ');
}
