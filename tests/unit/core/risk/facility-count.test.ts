import { describe, expect, it } from 'vitest';
import { createFacilityCounter } from '../../../../src/core/risk/facility-count.ts';
import { finishSteps } from './finish-steps.ts';
import { box } from './made-city.ts';

const PLACES = { x: Float64Array.of(0, 5, 5, 20, Number.NaN), y: Float64Array.of(0, 5, 5, 20, 5) };
const YELLOW = { id: 'y', level: 'yellow', polygons: [[box(0, 0, 10)]] } as const;
const RED = { id: 'r', level: 'red', polygons: [[box(4, 4, 2)]] } as const;

describe('createFacilityCounter', () => {
  it('counts gross by zone and once at the highest level, the edge inside and unknown places nowhere', () => {
    const counter = createFacilityCounter(PLACES);
    expect(finishSteps(counter.count([YELLOW, RED]))).toEqual({ zones: [3, 2], byLevel: [2, 0, 1, 0, 0], union: 3 });
    expect(finishSteps(counter.count([YELLOW]))).toEqual({ zones: [3], byLevel: [0, 0, 3, 0, 0], union: 3 });
    expect(finishSteps(counter.count([]))).toEqual({ zones: [], byLevel: [0, 0, 0, 0, 0], union: 0 });
  });

  it('lays a zone that stays the same object only once', () => {
    const counter = createFacilityCounter(PLACES);
    expect([...counter.count([YELLOW, RED])]).toHaveLength(2);
    expect([...counter.count([RED, YELLOW])]).toHaveLength(0);
    expect([...counter.count([RED, { ...YELLOW }])]).toHaveLength(1);
  });
});
