import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareShape } from '../../../../src/core/geometry/planar-shape.ts';
import { isPointInPolygon } from '../../../../src/core/geometry/point-in-polygon.ts';
import { createPointSums } from '../../../../src/core/risk/point-sums.ts';
import { anyShape, box } from './made-city.ts';

/** Places on and between whole metres; some lie exactly on corners and edges of made zones. */
const anyPlace = fc.tuple(fc.integer({ min: -120, max: 120 }), fc.integer({ min: -120, max: 120 }));

describe('createPointSums', () => {
  it('adds up the points inside and on the edge, and counts unknown values', () => {
    const x = Float64Array.of(0, 5, 10, 11, Number.NaN, 7);
    const y = Float64Array.of(0, 5, 10, 5, 5, 5);
    const sums = createPointSums(x, y, [Float64Array.of(1, 2, Number.NaN, 8, 16, 32)]);
    const holed = prepareShape([[box(0, 0, 10), box(6, 4, 2)]]);
    expect(sums.sumInside(holed)).toEqual({ points: 3, sums: [3], unknown: [1] });
    expect(sums.sumInside(prepareShape([]))).toEqual({ points: 0, sums: [0], unknown: [0] });
    expect(createPointSums(new Float64Array(), new Float64Array(), []).sumInside(holed).points).toBe(0);
  });

  it('agrees with testing every point, for zones of any kind', () => {
    fc.assert(
      fc.property(fc.array(anyPlace, { maxLength: 300 }), anyShape, (places, shape) => {
        const halves = places.map(([x, y]): [number, number] => [x / 2, y / 2]);
        const x = Float64Array.from(halves, ([each]) => each);
        const y = Float64Array.from(halves, ([, each]) => each);
        const value = Float64Array.from(halves, (_, index) => (index % 7 === 0 ? Number.NaN : index));
        const inside = halves.flatMap((at, index) => (isInAnyEvenOdd(at, shape) ? [index] : []));
        const known = inside.filter((index) => index % 7 !== 0);
        expect(createPointSums(x, y, [value]).sumInside(prepareShape(shape))).toEqual({
          points: inside.length,
          sums: [known.reduce((sum, index) => sum + index, 0)],
          unknown: [inside.length - known.length],
        });
      }),
    );
  });
});

/** The rule said once more: on an edge, or within an odd number of the rings of some polygon. */
function isInAnyEvenOdd(at: [number, number], shape: Parameters<typeof prepareShape>[0]): boolean {
  return shape.some((rings) => {
    const onEdge = rings.some((ring) =>
      ring.some((from, index) => {
        const to = ring[(index + 1) % ring.length]!;
        const side = (to[0] - from[0]) * (at[1] - from[1]) - (to[1] - from[1]) * (at[0] - from[0]);
        const within = (axis: 0 | 1) =>
          Math.min(from[axis], to[axis]) <= at[axis] && at[axis] <= Math.max(from[axis], to[axis]);
        return side === 0 && within(0) && within(1);
      }),
    );
    return onEdge || rings.filter((ring) => isPointInPolygon(at, [[ring]])).length % 2 === 1;
  });
}
