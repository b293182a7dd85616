import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MultiPolygon2, Polygon2, ProjectedXY } from '../../../../../src/core/geometry/coordinates.ts';
import { measurePlanArea } from '../../../../../src/core/geometry/plan-area.ts';
import { bufferLine } from '../../../../../src/core/zones/editing/buffer-line.ts';
import { bufferShape } from '../../../../../src/core/zones/editing/buffer-shape.ts';
import { clipShapes } from '../../../../../src/core/zones/editing/clip-shapes.ts';
import { settleShape } from '../../../../../src/core/zones/editing/settle-shape.ts';
import { splitShape } from '../../../../../src/core/zones/editing/split-shape.ts';
import { expectValid } from './expect-valid.ts';

interface Answer {
  a: Polygon2;
  b: Polygon2;
  line: ProjectedXY[];
  distance: number;
  area: number;
  union: number;
  difference: number;
  intersection: number;
  buffer: number;
  roundCorridor: number;
  flatCorridor: number;
  largestPiece: number;
}

/** Written by make_answers.py with GEOS. */
const FILE = new URL('../../../../fixtures/zone-editing/answers.json', import.meta.url);
const ANSWERS = JSON.parse(readFileSync(FILE, 'utf8')) as Answer[];

/** False eastings and northings as Chinese zones have them: nothing may be lost there. */
const [EAST, NORTH] = [38_500_000, 4_400_000];

function shift(polygon: Polygon2): MultiPolygon2 {
  return [polygon.map((ring) => ring.map(([x, y]): ProjectedXY => [x + EAST, y + NORTH]))];
}

/** Corners are rounded to 0.1 mm: along edges of some hundred metres that is some hundredths of a square metre. */
function expectArea(shape: MultiPolygon2, expected: number, relative = 0) {
  expectValid(shape);
  expect(Math.abs(measurePlanArea(shape) - expected)).toBeLessThan(0.05 + expected * relative);
}

describe('overlay of outlines against GEOS', () => {
  it.each(ANSWERS.map((answer, index) => [index, answer] as const))('agrees in case %i', (_, answer) => {
    const a = settleShape(shift(answer.a));
    const b = settleShape(shift(answer.b));
    expectArea(a, answer.area);
    expectArea(clipShapes('union', a, b), answer.union);
    expectArea(clipShapes('difference', a, b), answer.difference);
    expectArea(clipShapes('intersection', a, b), answer.intersection);
    // Arcs are chords that leave the circle by up to 0.1 % of the distance.
    expectArea(bufferShape(a, answer.distance), answer.buffer, 1.5e-3);
    const line = answer.line.map(([x, y]): ProjectedXY => [x + EAST, y + NORTH]);
    expectArea(bufferLine(line, 10, 'round'), answer.roundCorridor, 1.5e-3);
    expectArea(bufferLine(line, 10, 'flat'), answer.flatCorridor, 1.5e-3);
    const pieces = splitShape(a, line);
    for (const piece of pieces) expectValid(piece);
    expect(Math.max(...pieces.flat().map((polygon) => measurePlanArea([polygon])))).toBeCloseTo(answer.largestPiece, 0);
    expectArea(
      pieces.reduce((whole, piece) => clipShapes('union', whole, piece), []),
      answer.area,
    );
  });

  it('reads cases that differ', () => {
    expect(ANSWERS.length).toBe(60);
    expect(ANSWERS.some(({ distance }) => distance < 0)).toBe(true);
  });
});
