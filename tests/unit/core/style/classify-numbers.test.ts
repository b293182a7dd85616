import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyNumbers } from '../../../../src/core/style/classify-numbers.ts';

const NONE = Number.NaN;

describe('classifyNumbers', () => {
  it('gives few values a class each, low to high, and the unknown the last', () => {
    const { classes, classOfRow } = classifyNumbers(Float64Array.of(3, NONE, 1, 3, 2, NONE));
    expect(classes.map(({ meaning, count }) => [meaning, count])).toEqual([
      [{ kind: 'range', from: 1, to: 1 }, 1],
      [{ kind: 'range', from: 2, to: 2 }, 1],
      [{ kind: 'range', from: 3, to: 3 }, 2],
      [{ kind: 'unknown' }, 2],
    ]);
    expect([...classOfRow]).toEqual([2, 3, 0, 2, 1, 3]);
  });

  it('cuts many values into six classes of equal size: 1 to 12 in pairs', () => {
    const { classes, classOfRow } = classifyNumbers(Float64Array.from({ length: 12 }, (_, at) => 12 - at));
    const ranges = [
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
      [9, 10],
      [11, 12],
    ];
    expect(classes.map(({ meaning, count }) => [meaning, count])).toEqual(
      ranges.map(([from, to]) => [{ kind: 'range', from, to }, 2]),
    );
    expect([...classOfRow]).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1, 0, 0]);
    expect(classes[0]?.color).toBe('#440154');
    expect(classes[5]?.color).toBe('#fde725');
  });

  it('merges classes whose limits coincide: nine in ten rows have the same value', () => {
    const values = Float64Array.from({ length: 100 }, (_, at) => (at < 90 ? 1 : at));
    const { classes } = classifyNumbers(values);
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(100);
    expect(classes.every(({ count }) => count > 0)).toBe(true);
  });

  it('puts every row into the range that holds its value, and counts them all', () => {
    const value = fc.oneof(
      fc.constant(NONE),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: 0, max: 9 }),
    );
    const check = (list: number[]): void => {
      const { classes, classOfRow } = classifyNumbers(Float64Array.from(list));
      const counts = classes.map(() => 0);
      const last = classes.findLastIndex(({ meaning }) => meaning.kind === 'range');
      for (const [row, each] of list.entries()) {
        const place = classOfRow[row]!;
        const { meaning } = classes[place]!;
        counts[place]! += 1;
        if (meaning.kind === 'range') {
          expect(each).toBeGreaterThanOrEqual(meaning.from);
          const next = classes[place + 1]?.meaning;
          expect(place === last || (next?.kind === 'range' && each < next.from)).toBe(true);
          expect(each).toBeLessThanOrEqual(meaning.to);
        } else expect(each).toBeNaN();
      }
      expect(classes.map(({ count }) => count)).toEqual(counts);
    };
    fc.assert(fc.property(fc.array(value, { maxLength: 60 }), check));
  });
});
