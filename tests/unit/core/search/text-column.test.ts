import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../../src/core/search/fold-text.ts';
import { createTextColumn, type TextColumn } from '../../../../src/core/search/text-column.ts';

function layOut(values: readonly unknown[]): { column: TextColumn; yields: number } {
  const steps = createTextColumn(values);
  for (let yields = 0; ; yields += 1) {
    const step = steps.next();
    if (step.done) return { column: step.value, yields };
  }
}

describe('createTextColumn', () => {
  it('gives what is the same first, then what begins so, then the rest, each in the order of the table', () => {
    const { column } = layOut(['old mill lane 3', 'mill', null, 'Mill House', 'windmill', 'MILL']);
    expect(column.find('mill', 10)).toEqual([1, 5, 3, 0, 4]);
    expect(column.find('mill', 3)).toEqual([1, 5, 3]);
    expect(column.find('  ', 3)).toEqual([]);
    expect(column.find('null', 3)).toEqual([]);
  });

  it('finds Chinese texts by characters and by pinyin initials', () => {
    const { column } = layOut(['体育场', '人民医院', 'ty-7']);
    expect(column.find('育场', 5)).toEqual([0]);
    expect(column.find('rmyy', 5)).toEqual([1]);
    expect(column.find('ty', 5)).toEqual([2, 0]);
    expect(column.holds(1, 'yy')).toBe(true);
    expect(column.holds(0, 'yy')).toBe(false);
  });

  it('never joins the texts of two rows', () => {
    const { column } = layOut(['ab', 'cd']);
    expect(column.find('abcd', 5)).toEqual([]);
    expect(column.find('bc', 5)).toEqual([]);
    expect(column.find('b\nc', 5)).toEqual([]);
  });

  it('agrees with looking at every row', () => {
    const text = fc.oneof(fc.constant(null), fc.string({ unit: fc.constantFrom('a', 'b', 'B', ' ', '路', '桥') }));
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 30 }),
        fc.constantFrom('a', 'ab', 'b a', '路', '路桥', 'B'),
        (values, query) => {
          const found = layOut(values).column.find(query, 100);
          const wanted = values.flatMap((value, row) =>
            value !== null && foldText(value).includes(foldText(query)) ? [row] : [],
          );
          // A letter alone may also be a pinyin initial: 路 is l, 桥 is q, none of those asked for.
          expect([...found].sort((a, b) => a - b)).toEqual(wanted);
          expect(new Set(found).size).toBe(found.length);
        },
      ),
    );
  });

  it('stops now and then while it lays out a long column', () => {
    const values = Array.from({ length: 50_000 }, (_, row) => `住宅 ${row}`);
    const { column, yields } = layOut(values);
    expect(yields).toBeGreaterThan(20);
    expect(column.find('zz 49999', 5)).toEqual([49_999]);
    expect(column.find('zz4', 5)).toEqual([]);
    expect(column.find('住宅 49999', 5)).toEqual([49_999]);
  });
});
