import type { CityManifest, DatasetKind, HeightDatum, LocalizedText } from '../city/city-manifest.ts';
import { describeTerm } from '../city/describe-term.ts';
import type { RiskLevel, ShelterHazard, ZoneHazard } from '../city/hazard.ts';
import { formatNumber } from './format-value.ts';
import type { ReportLocale } from './report-document.ts';
import { reportText } from './texts.ts';

function term(vocabulary: string, word: string, locale: ReportLocale): string {
  return localized(describeTerm(vocabulary, word), locale);
}

/** Name of a hazard in the reader's language. */
export function hazardName(hazard: ZoneHazard | ShelterHazard, locale: ReportLocale): string {
  return term('hazard', hazard, locale);
}

/** Name of a risk level in the reader's language. */
export function levelName(level: RiskLevel, locale: ReportLocale): string {
  return term('level', level, locale);
}

/** Name of a dataset kind in the reader's language. */
export function kindName(kind: DatasetKind, locale: ReportLocale): string {
  return term('kind', kind, locale);
}

/** The reader's side of a text in two languages. */
export function localized(text: LocalizedText, locale: ReportLocale): string {
  return locale === 'en' ? text.en : text.zh;
}

/** Name of a height datum; vertical EPSG codes are told with their names. */
export function datumName(datum: HeightDatum, locale: ReportLocale): string {
  if (typeof datum === 'object') {
    return reportText(locale, 'datumOffset', { meters: formatNumber(datum.offsetMeters, 2, locale) });
  }
  if (datum === 'ellipsoidal') return reportText(locale, 'datumEllipsoidal');
  if (datum === 'EGM96') return reportText(locale, 'datumEGM96');
  return datum === 'unknown' ? reportText(locale, 'datumUnknown') : term('datum', datum, locale);
}

/** Classification of the city data, or the statement that none is given. */
export function classificationName(manifest: CityManifest, locale: ReportLocale): string {
  const keys = { public: 'classPublic', internal: 'classInternal', sensitive: 'classSensitive' } as const;
  return reportText(locale, manifest.classification ? keys[manifest.classification] : 'classMissing');
}

/** The map review number, or the statement that the map has not been reviewed and is for internal use. */
export function reviewStatement(number: string | null, locale: ReportLocale): string {
  return number ? reportText(locale, 'reviewed', { number }) : reportText(locale, 'notReviewed');
}
