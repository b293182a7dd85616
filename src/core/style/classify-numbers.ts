import { type BuildingClass, type ClassifiedRows, UNKNOWN_COLOR } from './building-classes.ts';

const MOST_CLASSES = 6;
/** Limits are found in every k-th value of larger tables; the counts are of all. */
const SAMPLE_ROWS = 50_000;
/** Limits have so many digits: the legend says exactly where they lie. */
const LIMIT_DIGITS = 4;

/**
 * Colours from low to high, even steps of lightness, told apart in grey print and by colour-blind readers: S. van der Walt,
 * N. Smith, "viridis", matplotlib 1.5 (2015), sampled at 0, 1/6 … 1.
 */
const VIRIDIS = ['#440154', '#443983', '#31688e', '#21918c', '#35b779', '#90d743', '#fde725'] as const;

/** Colours for so many classes, spread over the whole scale. */
function pickColors(count: number): string[] {
  const last = VIRIDIS.length - 1;
  return Array.from({ length: count }, (_, at) => VIRIDIS[count === 1 ? 3 : Math.round((at * last) / (count - 1))]!);
}

function sampleOf(values: Float64Array): Float64Array {
  const step = Math.max(1, Math.ceil(values.length / SAMPLE_ROWS));
  const sample = new Float64Array(Math.ceil(values.length / step));
  let count = 0;
  for (let row = 0; row < values.length; row += step) {
    if (Number.isNaN(values[row]!)) continue;
    sample[count] = values[row]!;
    count += 1;
  }
  return sample.subarray(0, count).sort();
}

function distinctOf(values: Float64Array, most: number): number[] | null {
  const found = new Set<number>();
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    found.add(value);
    if (found.size > most) return null;
  }
  return [...found].sort((a, b) => a - b);
}

function roundLimit(value: number): number {
  return Number(value.toPrecision(LIMIT_DIGITS));
}

/** Inner limits of classes that hold about as many rows each, ascending, without those that would leave a class empty. */
function findLimits(values: Float64Array, least: number, most: number): number[] {
  const sorted = sampleOf(values);
  const limits = Array.from({ length: MOST_CLASSES - 1 }, (_, at) =>
    roundLimit(sorted[Math.floor(((at + 1) * sorted.length) / MOST_CLASSES)] ?? least),
  );
  return [...new Set(limits)].filter((limit) => limit > least && limit <= most);
}

/** Whole numbers have no values between one class and the next: 1 – 2 and 3 – 5, not 1 – 3 and 3 – 5. */
function isWhole(values: Float64Array): boolean {
  return values.every((value) => Number.isNaN(value) || Number.isInteger(value));
}

function rangesOf(values: Float64Array): { from: number; to: number }[] {
  const single = distinctOf(values, MOST_CLASSES);
  if (single) return single.map((value) => ({ from: value, to: value }));
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const limits = [least, ...findLimits(values, least, most), most];
  const gap = isWhole(values) ? 1 : 0;
  const last = limits.length - 2;
  return limits.slice(0, -1).map((from, at) => ({ from, to: limits[at + 1]! - (at < last ? gap : 0) }));
}

/**
 * Puts rows into at most six classes from low to high: one per value where there are so few, else with about as many rows
 * each (quantiles, limits rounded to four digits).
 * @param values By row; NaN = unknown. The class of unknown rows closes the list, if any.
 */
export function classifyNumbers(values: Float64Array): ClassifiedRows {
  const ranges = rangesOf(values);
  const unknownPlace = ranges.length;
  const starts = Float64Array.from(ranges, ({ from }) => from);
  const counts = new Float64Array(ranges.length + 1);
  const classOfRow = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    let place = unknownPlace;
    if (!Number.isNaN(value)) {
      place = ranges.length - 1;
      while (place > 0 && value < starts[place]!) place -= 1;
    }
    classOfRow[row] = place;
    counts[place]! += 1;
  }
  const colors = pickColors(ranges.length);
  const classes: BuildingClass[] = ranges.map(({ from, to }, at) => ({
    meaning: { kind: 'range', from, to },
    color: colors[at]!,
    count: counts[at]!,
  }));
  const unknown = counts[unknownPlace]!;
  if (unknown > 0) classes.push({ meaning: { kind: 'unknown' }, color: UNKNOWN_COLOR, count: unknown });
  return { classes, classOfRow };
}
