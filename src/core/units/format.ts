const TEN_THOUSAND = 10_000;
const SQUARE_METERS_PER_HECTARE = 10_000;

function number(value: number, locale: string, digits: number): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
}

/** A plain count or number in the locale's digits and separators; at most `digits` decimals. */
export function formatCount(value: number, locale: string, digits = 0): string {
  return number(value, locale, digits);
}

/** A length given in metres: metres below 1 km (one decimal below 100 m), then kilometres. */
export function formatLength(meters: number, locale: string): string {
  if (Math.abs(meters) >= 1000) return `${number(meters / 1000, locale, 2)} km`;
  return `${number(meters, locale, Math.abs(meters) < 100 ? 1 : 0)} m`;
}

/** Unit in which areas up to `largestSquareMeters` are told: m², or hm² from one hectare on. */
export function areaUnit(largestSquareMeters: number): 'm²' | 'hm²' {
  return Math.abs(largestSquareMeters) >= SQUARE_METERS_PER_HECTARE ? 'hm²' : 'm²';
}

/** An area given in square metres as a number of `unit`, without the unit: for columns whose head names it. */
export function formatAreaNumber(squareMeters: number, locale: string, unit: 'm²' | 'hm²'): string {
  if (unit === 'm²') return number(squareMeters, locale, Math.abs(squareMeters) < 100 ? 1 : 0);
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    squareMeters / SQUARE_METERS_PER_HECTARE,
  );
}

/** An area given in square metres, with its unit. */
export function formatArea(squareMeters: number, locale: string): string {
  const unit = areaUnit(squareMeters);
  return `${formatAreaNumber(squareMeters, locale, unit)} ${unit}`;
}

/** A number of people: 人 and 万人 in Chinese, a plain number in English; weighted people below ten keep one decimal. */
export function formatPeople(people: number, locale: string): string {
  const digits = Math.abs(people) < 10 ? 1 : 0;
  if (!locale.startsWith('zh')) return number(people, locale, digits);
  if (Math.abs(people) < TEN_THOUSAND) return `${number(people, locale, digits)} 人`;
  return `${number(people / TEN_THOUSAND, locale, 2)} 万人`;
}
