import { formatNumber } from './format-value.ts';
import type { ReportInput } from './report-input.ts';
import { reportText } from './texts.ts';

/** How many buildings, zones and shelters the package holds; kinds that it lacks are not listed. */
export function tellCounts(input: ReportInput): string {
  const { locale } = input;
  const counts = [
    ['countBuildings', input.manifest.tables.buildings?.rows ?? 0],
    ['countZones', input.zones.length],
    ['countShelters', input.shelters.length],
  ] as const;
  const told = counts.filter(([key, count]) => count > 0 || key === 'countBuildings');
  return told
    .map(([key, count]) => reportText(locale, key, { count: formatNumber(count, 0, locale) }))
    .join(locale === 'en' ? ', ' : '、');
}
