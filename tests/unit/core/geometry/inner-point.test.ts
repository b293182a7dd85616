import { describe, expect, it } from 'vitest';
import { findInnerPoint } from '../../../../src/core/geometry/inner-point.ts';

type Ring = [number, number][];

const L_SHAPE: Ring = [
  [0, 0],
  [20, 0],
  [20, 2],
  [2, 2],
  [2, 20],
  [0, 20],
  [0, 0],
];

describe('findInnerPoint', () => {
  it('finds the middle of a square', () => {
    const square: Ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ];
    expect(findInnerPoint([square])).toEqual([2, 2]);
  });

  it('finds the widest place of an L, where its centroid would lie outside', () => {
    const [x, y] = findInnerPoint([L_SHAPE])!;
    // The largest circle sits in the corner: radius r with (2 - r)·√2 = r.
    const radius = (2 * Math.SQRT2) / (1 + Math.SQRT2);
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(radius * 0.97);
    expect(Math.hypot(2 - x, 2 - y)).toBeGreaterThanOrEqual(radius * 0.97);
  });

  it('stays out of holes and finds the middle of a long strip', () => {
    const outer: Ring = [
      [0, 0],
      [1000, 0],
      [1000, 1],
      [0, 1],
      [0, 0],
    ];
    const hole: Ring = [
      [1, 0.2],
      [999, 0.2],
      [999, 0.8],
      [1, 0.8],
      [1, 0.2],
    ];
    expect(findInnerPoint([outer])![1]).toBeCloseTo(0.5, 1);
    const [x] = findInnerPoint([outer, hole])!;
    expect(x < 1 || x > 999).toBe(true);
  });

  it('answers null for a shape without area', () => {
    expect(
      findInnerPoint([
        [
          [1, 1],
          [1, 1],
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toBeNull();
    expect(findInnerPoint([])).toBeNull();
  });
});
