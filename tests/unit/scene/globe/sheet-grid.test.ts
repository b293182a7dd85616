import { describe, expect, it } from 'vitest';
import { createSheetGrid, pixelsOf } from '../../../../src/scene/globe/sheet-grid.ts';

const GRID = createSheetGrid({ east: 100, north: 200, width: 200, height: 100 }, 400);

describe('pixelsOf', () => {
  it('tells the pixels that a box touches, north up, with a margin', () => {
    expect(GRID).toMatchObject({ width: 400, height: 200, pixelsPerMeter: 2 });
    const box = { east: 110, north: 290, width: 10, height: 5 };
    expect(pixelsOf(GRID, box, 0)).toEqual({ x: 20, y: 10, width: 20, height: 10 });
    expect(pixelsOf(GRID, box, 1.5)).toEqual({ x: 18, y: 8, width: 24, height: 14 });
  });

  it('cuts at the edges of the sheet, and knows what lies beside it', () => {
    const whole = { east: 0, north: 0, width: 1000, height: 1000 };
    expect(pixelsOf(GRID, whole, 3)).toEqual({ x: 0, y: 0, width: 400, height: 200 });
    expect(pixelsOf(GRID, { east: 301, north: 250, width: 5, height: 5 }, 1)).toBeNull();
    expect(pixelsOf(GRID, { east: 301, north: 250, width: 5, height: 5 }, 3)).toEqual({
      x: 399,
      y: 87,
      width: 1,
      height: 16,
    });
  });
});
