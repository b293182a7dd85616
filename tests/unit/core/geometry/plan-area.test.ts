import { describe, expect, it } from 'vitest';
import { measurePlanArea } from '../../../../src/core/geometry/plan-area.ts';

function box(x: number, y: number, size: number): [number, number][] {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
}

describe('measurePlanArea', () => {
  it('takes holes away whatever the direction of the rings', () => {
    expect(measurePlanArea([[box(0, 0, 10), box(2, 2, 3)]])).toBe(91);
    expect(measurePlanArea([[box(0, 0, 10).reverse(), box(2, 2, 3)]])).toBe(91);
  });

  it('counts what polygons share once, far from the origin too', () => {
    const [x, y] = [40_500_000, 3_500_000];
    expect(measurePlanArea([[box(x, y, 10)], [box(x + 5, y + 5, 10)]])).toBeCloseTo(175, 6);
    expect(measurePlanArea([[box(x, y, 10)], [box(x + 10, y, 10)]])).toBeCloseTo(200, 6);
  });

  it('is zero for nothing', () => {
    expect(measurePlanArea([])).toBe(0);
  });
});
