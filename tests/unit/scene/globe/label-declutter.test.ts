import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declutter, type LabelBox } from '../../../../src/scene/globe/label-declutter.ts';

const box = (x: number, y: number, width = 100, height = 20): LabelBox => ({ x, y, width, height });

function overlap(a: LabelBox, b: LabelBox): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}

describe('declutter', () => {
  it('shows what comes first, leaves out what touches it, and goes on beside it', () => {
    expect(declutter([box(0, 0), box(99, 0), box(100, 0), null, box(0, 19), box(0, 20)])).toEqual([
      true,
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('never shows two labels that overlap, and leaves out none that would have room', () => {
    const any = fc.record({
      x: fc.integer({ min: -300, max: 900 }),
      y: fc.integer({ min: -200, max: 700 }),
      width: fc.integer({ min: 10, max: 400 }),
      height: fc.integer({ min: 10, max: 150 }),
    });
    const check = (boxes: LabelBox[]): void => {
      const shown = declutter(boxes);
      boxes.forEach((each, at) => {
        const earlier = boxes.filter((_, other) => other < at && shown[other]);
        expect(shown[at]).toBe(!earlier.some((other) => overlap(each, other)));
      });
    };
    fc.assert(fc.property(fc.array(any, { maxLength: 60 }), check));
  });
});
