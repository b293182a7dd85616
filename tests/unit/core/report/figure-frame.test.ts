import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildScaleBar, fitFigure } from '../../../../src/core/report/figure-frame.ts';

const BOX = { widthMillimeters: 160, heightMillimeters: 150 };

describe('buildScaleBar', () => {
  it('is the longest round length that has room', () => {
    expect(buildScaleBar(8000, 50)).toEqual({ lengthMeters: 200, lengthMillimeters: 25, segments: 4 });
    expect(buildScaleBar(10_000, 50)).toEqual({ lengthMeters: 500, lengthMillimeters: 50, segments: 5 });
    expect(buildScaleBar(150_000, 50).lengthMeters).toBe(5000);
  });
});

describe('fitFigure', () => {
  it('holds the ground with its margin, at exactly the stated scale', () => {
    const extent = fc
      .tuple(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.integer({ min: 150, max: 1e5 }),
        fc.integer({ min: 150, max: 1e5 }),
      )
      .map(([x, width, height]) => [x, 3e6, x + width, 3e6 + height] as const);
    fc.assert(
      fc.property(extent, (ground) => {
        const frame = fitFigure(ground, BOX);
        const [minX, minY, maxX, maxY] = frame.extent;
        expect(minX).toBeLessThan(ground[0]);
        expect(maxX).toBeGreaterThan(ground[2]);
        expect(minY).toBeLessThan(ground[1]);
        expect(maxY).toBeGreaterThan(ground[3]);
        const metersPerMillimeter = frame.scaleDenominator / 1000;
        expect((maxX - minX) / frame.widthMillimeters).toBeCloseTo(metersPerMillimeter, 6);
        expect((maxY - minY) / frame.heightMillimeters).toBeCloseTo(metersPerMillimeter, 6);
        expect(frame.heightMillimeters).toBeLessThanOrEqual(BOX.heightMillimeters);
        expect(frame.scaleBar.lengthMillimeters * metersPerMillimeter).toBeCloseTo(frame.scaleBar.lengthMeters, 6);
      }),
    );
  });

  it('gives a place without extent some room', () => {
    const frame = fitFigure([500, 500, 500, 500], BOX);
    expect(frame.extent[2] - frame.extent[0]).toBeGreaterThan(100);
  });

  it('puts ticks at round coordinates inside the frame', () => {
    const frame = fitFigure([0, 0, 1000, 900], BOX);
    expect(frame.ticksX.length).toBeGreaterThanOrEqual(3);
    for (const tick of frame.ticksX) expect(tick % 100).toBe(0);
  });
});
