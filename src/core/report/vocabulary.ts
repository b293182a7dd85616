import type { CityManifest, DatasetKind, HeightDatum, LocalizedText } from '../city/city-manifest.ts';
import type { RiskLevel, ShelterHazard, ZoneHazard } from '../city/hazard.ts';
import { formatNumber } from './format-value.ts';
import type { ReportLocale } from './report-document.ts';
import { reportText } from './texts.ts';

type Pair = readonly [zh: string, en: string];

const HAZARDS: Record<ZoneHazard | ShelterHazard, Pair> = {
  flood: ['洪水', 'flood'],
  waterlogging: ['内涝', 'waterlogging'],
  earthquake: ['地震', 'earthquake'],
  landslide: ['滑坡', 'landslide'],
  subsidence: ['地面沉降', 'subsidence'],
  fire: ['火灾', 'fire'],
  hazmat: ['危险化学品', 'hazardous materials'],
  gas: ['燃气', 'gas'],
  typhoon: ['台风', 'typhoon'],
  tsunami: ['海啸', 'tsunami'],
  stormSurge: ['风暴潮', 'storm surge'],
  volcanic: ['火山', 'volcanic'],
  other: ['其他', 'other'],
};

const LEVELS: Record<RiskLevel, Pair> = {
  red: ['红', 'red'],
  orange: ['橙', 'orange'],
  yellow: ['黄', 'yellow'],
  blue: ['蓝', 'blue'],
  unrated: ['未分级', 'unrated'],
};

const KINDS: Record<DatasetKind, Pair> = {
  buildings: ['建筑', 'buildings'],
  infrastructure: ['基础设施', 'infrastructure'],
  pipes: ['管线', 'pipes'],
  network: ['路网', 'network'],
  zones: ['风险区', 'zones'],
  shelters: ['避难场所', 'shelters'],
  communities: ['社区', 'communities'],
  facilities: ['设施', 'facilities'],
  landuse: ['用地', 'land use'],
  water: ['水体', 'water'],
  terrain: ['地形', 'terrain'],
  raster: ['栅格', 'raster'],
  sensors: ['传感器', 'sensors'],
};

function pick(pair: Pair, locale: ReportLocale): string {
  return pair[locale === 'en' ? 1 : 0];
}

/** Name of a hazard in the reader's language. */
export function hazardName(hazard: ZoneHazard | ShelterHazard, locale: ReportLocale): string {
  return pick(HAZARDS[hazard], locale);
}

/** Name of a risk level in the reader's language. */
export function levelName(level: RiskLevel, locale: ReportLocale): string {
  return pick(LEVELS[level], locale);
}

/** Name of a dataset kind in the reader's language. */
export function kindName(kind: DatasetKind, locale: ReportLocale): string {
  return pick(KINDS[kind], locale);
}

/** The reader's side of a text in two languages. */
export function localized(text: LocalizedText, locale: ReportLocale): string {
  return locale === 'en' ? text.en : text.zh;
}

/** Name of a height datum; vertical EPSG codes tell themselves. */
export function datumName(datum: HeightDatum, locale: ReportLocale): string {
  if (typeof datum === 'object') {
    return reportText(locale, 'datumOffset', { meters: formatNumber(datum.offsetMeters, 2, locale) });
  }
  if (datum === 'ellipsoidal') return reportText(locale, 'datumEllipsoidal');
  if (datum === 'EGM96') return reportText(locale, 'datumEGM96');
  return datum === 'unknown' ? reportText(locale, 'datumUnknown') : datum;
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
