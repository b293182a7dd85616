import type { Random } from './random.ts';
import type { RiverPoint } from './relief.ts';

/** A building before it stands on the map. */
export interface BuildingSketch {
  /** Middle of the building in river coordinates. */
  at: RiverPoint;
  /** Open rings around the middle, metres along and across the street, exterior first; all in any direction. */
  rings: (readonly [number, number])[][];
  /** Use as a survey writes it. */
  use: string;
  structure: string;
  storeysAbove: number;
  storeysBelow: number;
  storeyHeightMeters: number;
  /** Years between which it was built. */
  era: readonly [number, number];
  name: string | null;
}

/** Piece of ground that a layout fills: a block without its green margin, in river coordinates. */
export interface Site {
  s0: number;
  s1: number;
  t0: number;
  t1: number;
  random: Random;
  /** Name of the estate, school or works on it. */
  name: string;
}

/** Open rectangle around the middle. */
export function rectangle(length: number, depth: number, offset: readonly [number, number] = [0, 0]) {
  const [x, y] = offset;
  return [
    [x - length / 2, y - depth / 2],
    [x + length / 2, y - depth / 2],
    [x + length / 2, y + depth / 2],
    [x - length / 2, y + depth / 2],
  ] as const satisfies (readonly [number, number])[];
}

/** Positions that divide `from`–`to` into equal steps of about `step` metres, in the middle of each. */
export function spread(from: number, to: number, step: number): { positions: number[]; stepMeters: number } {
  const count = Math.max(1, Math.floor((to - from) / step));
  const stepMeters = (to - from) / count;
  return { positions: Array.from({ length: count }, (_, index) => from + (index + 0.5) * stepMeters), stepMeters };
}
