import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairPolygon } from '../../../../src/core/geometry/repair-ring.ts';
import { hasCrossings } from '../../../../src/core/geometry/ring-crossings.ts';
import { measureSignedArea } from '../../../../src/core/geometry/signed-area.ts';

type Ring = [number, number][];
const SQUARE: Ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
  [0, 0],
];
const HOLE: Ring = [
  [2, 2],
  [4, 2],
  [4, 4],
  [2, 4],
  [2, 2],
];

function area(polygons: ReturnType<typeof repairPolygon>['polygons']): number {
  return polygons.flat().reduce((sum, ring) => sum + measureSignedArea(ring), 0);
}

describe('repairing rings', () => {
  it('leaves a sound polygon as it is', () => {
    const { polygons, repairs } = repairPolygon([SQUARE, [...HOLE].reverse()]);
    expect(polygons).toEqual([[SQUARE, [...HOLE].reverse()]]);
    expect(Object.values(repairs).every((count) => count === 0)).toBe(true);
  });

  it('turns exteriors counter-clockwise and holes clockwise', () => {
    const { polygons } = repairPolygon([[...SQUARE].reverse(), HOLE]);
    expect(measureSignedArea(polygons[0]![0]!)).toBe(100);
    expect(measureSignedArea(polygons[0]![1]!)).toBe(-4);
  });

  it('closes an open ring and says so', () => {
    const { polygons, repairs } = repairPolygon([SQUARE.slice(0, 4)]);
    expect(polygons).toEqual([[SQUARE]]);
    expect(repairs.closedRings).toBe(1);
  });

  it('drops repeated and non-numeric points and says so', () => {
    const ring = [SQUARE[0]!, SQUARE[0]!, SQUARE[1]!, [Number.NaN, 3], ...SQUARE.slice(2)];
    const { polygons, repairs } = repairPolygon([ring]);
    expect(polygons).toEqual([[SQUARE]]);
    expect(repairs).toMatchObject({ duplicatePoints: 1, invalidPoints: 1 });
  });

  it('makes two triangles of a bow tie', () => {
    const { polygons, repairs } = repairPolygon([
      [
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
        [0, 0],
      ],
    ]);
    expect(repairs.selfIntersections).toBe(1);
    expect(polygons).toHaveLength(2);
    expect(area(polygons)).toBeCloseTo(50, 9);
  });

  it('keeps millimetres in systems with false eastings of millions', () => {
    const shift = ([x, y]: [number, number]): [number, number] => [x + 38_500_000, y + 4_400_000];
    const tie: Ring = [
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
      [0, 0],
    ];
    expect(area(repairPolygon([tie.map(shift)]).polygons)).toBeCloseTo(50, 5);
  });

  it('cuts a hole that crosses the exterior', () => {
    const crossing: Ring = [
      [8, 4],
      [12, 4],
      [12, 6],
      [8, 6],
      [8, 4],
    ];
    const { polygons, repairs } = repairPolygon([SQUARE, crossing]);
    expect(repairs.selfIntersections).toBe(1);
    expect(area(polygons)).toBeCloseTo(96, 9);
  });

  it('allows rings that touch in a point', () => {
    const touching: Ring = [
      [0, 0],
      [5, 0],
      [10, 0],
      [10, 10],
      [5, 0],
      [0, 10],
      [0, 0],
    ];
    expect(area(repairPolygon([touching]).polygons)).toBeCloseTo(50, 9);
  });

  it.each([
    ['no points', []],
    ['two points', [SQUARE[0]!, SQUARE[1]!]],
    ['one place', [SQUARE[0]!, SQUARE[0]!, SQUARE[0]!, SQUARE[0]!]],
    [
      'a line there and back',
      [
        [0, 0],
        [5, 5],
        [10, 10],
        [0, 0],
      ],
    ],
  ] as [string, Ring][])('gives nothing for %s', (_, ring) => {
    expect(repairPolygon([ring]).polygons).toEqual([]);
  });

  it('drops a hole without area and keeps the rest', () => {
    const { polygons, repairs } = repairPolygon([SQUARE, [HOLE[0]!, HOLE[1]!]]);
    expect(polygons).toEqual([[SQUARE]]);
    expect(repairs.droppedRings).toBe(1);
  });
});

describe('repairing any ring', () => {
  const point = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));

  it('gives closed rings that do not cross, exteriors counter-clockwise, inside the old bounds', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 14 }), (ring) => {
        const { polygons } = repairPolygon([ring]);
        const xs = ring.map(([x]) => x);
        const ys = ring.map(([, y]) => y);
        const bounds = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
        expect(area(polygons)).toBeLessThanOrEqual(bounds + 1e-6);
        for (const polygon of polygons) {
          expect(hasCrossings(polygon.map((one) => one.map(([x, y]) => [x, y] as const)))).toBe(false);
          for (const [index, one] of polygon.entries()) {
            expect(one[0]).toEqual(one.at(-1));
            expect(measureSignedArea(one) > 0).toBe(index === 0);
          }
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 14 }), (ring) => {
        const once = repairPolygon([ring]).polygons;
        const twice = once.flatMap((polygon) => repairPolygon(polygon).polygons);
        expect(twice).toEqual(once);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});
