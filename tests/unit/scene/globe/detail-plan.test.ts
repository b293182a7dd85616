import { describe, expect, it } from 'vitest';
import { type DetailNeeds, planDetail } from '../../../../src/scene/globe/detail-plan.ts';

const EXTENT = { east: 0, north: 0, width: 8000, height: 8000 };
const NEEDS: DetailNeeds = {
  inView: { east: 1000, north: 1000, width: 1000, height: 500 },
  extent: EXTENT,
  canvasPixels: 1440,
  lowPower: false,
  overviewMetersPerPixel: 8000 / 2048,
};

describe('planDetail', () => {
  it('covers the view and a fifth more with 1.2 pixels for each of the canvas, in steps of 512', () => {
    const bounds = { east: 800, north: 800, width: 1400, height: 900 };
    expect(planDetail(NEEDS, null)).toEqual({ bounds, pixels: 2048 });
    expect(planDetail({ ...NEEDS, canvasPixels: 1920 }, null)?.pixels).toBe(2560);
    expect(planDetail({ ...NEEDS, canvasPixels: 1920, lowPower: true }, null)?.pixels).toBe(2048);
  });

  it('keeps the last sheet after a small move, and not where the view leaves it or has come much nearer', () => {
    const last = planDetail(NEEDS, null);
    const at = (east: number, width = 1000) =>
      planDetail({ ...NEEDS, inView: { east, north: 1000, width, height: width / 2 } }, last);
    expect(at(1150)).toBe(last);
    expect(at(1250)).not.toBe(last);
    expect(at(1200, 400)).not.toBe(last);
  });

  it('needs none where no zone is in view or the sheet over all is as fine', () => {
    expect(planDetail({ ...NEEDS, inView: { east: 9000, north: 0, width: 100, height: 100 } }, null)).toBeNull();
    expect(planDetail({ ...NEEDS, inView: null }, null)).toBeNull();
    expect(planDetail({ ...NEEDS, inView: EXTENT }, null)).toBeNull();
  });
});
