import { describe, expect, it } from 'vitest';
import { scaleDenominator } from '../../../../src/core/geometry/view-scale.ts';

describe('scaleDenominator', () => {
  // OGC WMTS counts with pixels of 0.28 mm; a CSS pixel is 0.26458 mm: 1 m per pixel is 1 : 3,780.
  it.each([
    [1, 3800],
    [0.2645833, 1000],
    [12.34, 47_000],
  ])('%d m per pixel is 1 : %d', (resolution, scale) => expect(scaleDenominator(resolution)).toBe(scale));
});
