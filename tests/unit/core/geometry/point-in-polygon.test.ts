import { describe, expect, it } from 'vitest';
import { isPointInPolygon } from '../../../../src/core/geometry/point-in-polygon.ts';

const SQUARE_WITH_HOLE = [
  [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ],
  [
    [4, 4],
    [4, 6],
    [6, 6],
    [6, 4],
    [4, 4],
  ],
] as const;
const FAR = [
  [
    [20, 0],
    [30, 0],
    [25, 10],
    [20, 0],
  ],
] as const;

describe('isPointInPolygon', () => {
  it.each([
    ['inside', 1, 5, true],
    ['level with corners', 2, 4, true],
    ['in the hole', 5, 5, false],
    ['outside at the height of a corner', -1, 10, false],
    ['right of everything', 40, 5, false],
    ['between the polygons', 15, 5, false],
    ['in the second polygon', 25, 5, true],
    ['on an edge', 10, 3, true],
    ['on a corner', 0, 0, true],
    ['on the edge of the hole', 4, 5, true],
    ['on the slanted edge', 22.5, 5, true],
  ])('%s', (_, x, y, inside) => {
    expect(isPointInPolygon([x, y], [SQUARE_WITH_HOLE, FAR])).toBe(inside);
  });

  it('accepts open rings and a tolerance around the edge', () => {
    const open = [[...SQUARE_WITH_HOLE[0]].slice(0, 4)];
    expect(isPointInPolygon([5, 5], [open])).toBe(true);
    expect(isPointInPolygon([10.05, 5], [open])).toBe(false);
    expect(isPointInPolygon([10.05, 5], [open], 0.1)).toBe(true);
    expect(isPointInPolygon([-0.05, 5], [open], 0.1)).toBe(true);
    expect(isPointInPolygon([10.2, 5], [open], 0.1)).toBe(false);
  });

  it('holds nothing in an empty shape', () => {
    expect(isPointInPolygon([0, 0], [])).toBe(false);
    expect(isPointInPolygon([0, 0], [[]])).toBe(false);
  });
});
