import type { MapPoint, Relief } from './relief.ts';

/** Distance between the corners with which a strip follows the river's bends. */
const STEP_METERS = 30;

function edge(from: number, to: number, tAt: (s: number) => number, relief: Relief): MapPoint[] {
  const steps = Math.max(1, Math.round((to - from) / STEP_METERS));
  return Array.from({ length: steps + 1 }, (_, index) => {
    const s = from + ((to - from) * index) / steps;
    return relief.toMap([s, tAt(s)]);
  });
}

/** Outline, counter-clockwise and open, of the strip from `s0` to `s1` between two lines across the valley, `low` south of `high`. */
export function outlineStrip(
  [s0, s1]: readonly [number, number],
  low: (s: number) => number,
  high: (s: number) => number,
  relief: Relief,
): MapPoint[] {
  return [...edge(s0, s1, low, relief), ...edge(s0, s1, high, relief).reverse()];
}
