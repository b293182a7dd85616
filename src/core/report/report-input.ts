import type { CityManifest } from '../city/city-manifest.ts';
import type { ShelterFinding } from '../evacuation/check-shelters.ts';
import type { Shelter } from '../evacuation/shelter.ts';
import type { ExposureResult } from '../risk/exposure.ts';
import type { Zone } from '../zones/zone.ts';
import type { ReportLocale } from './report-document.ts';

/** Everything a report is built from; plain data, the same that panel and map show. */
export interface ReportInput {
  locale: ReportLocale;
  manifest: CityManifest;
  /** In the order of list and tables, which is the order of their numbers. */
  zones: readonly Zone[];
  shelters: readonly Shelter[];
  findings: readonly ShelterFinding[];
  exposure: { status: 'missing' } | { status: 'ready' | 'stale'; result: ExposureResult };
  /** Map review number of the deployment, used where the package has none. */
  mapReviewNumber: string | null;
  /** Calendar day on which the report is made, `YYYY-MM-DD`, see `calendarDay`. */
  generatedOn: string;
}
