import { USE_CLASS_COUNT } from './use-class.ts';

/** Hours of the day at which the shares are stated; between them they are mixed. */
const HOURS = [0, 2, 5, 7, 9, 17, 19, 21, 23, 24] as const;

/** Share of lit windows by class of use (see `useClassOf`) at these hours: a picture of habits, not a measurement. */
const SHARES: readonly (readonly number[])[] = [
  [0.16, 0.08, 0.07, 0.25, 0.2, 0.3, 0.4, 0.4, 0.24, 0.16],
  [0.2, 0.07, 0.07, 0.35, 0.12, 0.3, 0.56, 0.62, 0.34, 0.2],
  [0.08, 0.05, 0.05, 0.15, 0.7, 0.75, 0.55, 0.3, 0.14, 0.08],
  [0.22, 0.12, 0.1, 0.25, 0.7, 0.85, 0.9, 0.8, 0.4, 0.22],
  [0.22, 0.2, 0.2, 0.3, 0.5, 0.5, 0.3, 0.26, 0.24, 0.22],
  [0.04, 0.03, 0.03, 0.3, 0.7, 0.6, 0.4, 0.28, 0.07, 0.04],
  [0.42, 0.36, 0.36, 0.5, 0.7, 0.75, 0.72, 0.64, 0.5, 0.42],
  [0.16, 0.12, 0.12, 0.3, 0.6, 0.6, 0.5, 0.42, 0.24, 0.16],
];

/**
 * Share of windows behind which light is on, by class of use, at an hour of the local day.
 * @param hour 0 … 24, fractions between.
 * @returns As many shares, 0 … 1, as there are classes. For the picture only.
 */
export function litWindowShares(hour: number): number[] {
  const after = Math.max(
    1,
    HOURS.findIndex((each) => each >= hour),
  );
  const [from, to] = [HOURS[after - 1] ?? 0, HOURS[after] ?? 24];
  const part = (Math.min(24, Math.max(0, hour)) - from) / (to - from);
  return Array.from({ length: USE_CLASS_COUNT }, (_, use) => {
    const shares = SHARES[use] ?? [];
    const [a, b] = [shares[after - 1] ?? 0, shares[after] ?? 0];
    return a + (b - a) * part;
  });
}
