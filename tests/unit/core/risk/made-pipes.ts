import fc from 'fast-check';
import { type PipeSegments, projectPipes } from '../../../../src/core/risk/pipe-segments.ts';
import { METERS } from './made-city.ts';

/** Positions of one line, metres. */
export type MadeLine = [number, number][];

/** Pipes of these lines, one each. */
export function pipesOf(lines: readonly MadeLine[]): PipeSegments {
  return projectPipes(
    lines.map((line) => ({ geometry: { type: 'MultiLineString' as const, coordinates: [line] } })),
    METERS,
  );
}

const place = fc.integer({ min: -45, max: 45 });
const anywhere = fc.double({ min: -45, max: 45, noNaN: true });
/** On whole metres, so that some run along edges of made zones and through their corners; or anywhere. */
const anyLine = fc.oneof(
  fc.array(fc.tuple(place, place), { minLength: 2, maxLength: 5 }),
  fc.array(fc.tuple(anywhere, anywhere), { minLength: 2, maxLength: 5 }),
);

/** Lines on the same ground as `anyShape`; they cross, repeat and fold back. */
export const anyLines: fc.Arbitrary<MadeLine[]> = fc.array(anyLine, { maxLength: 12 });
