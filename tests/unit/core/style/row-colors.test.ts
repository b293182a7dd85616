import { describe, expect, it } from 'vitest';
import { classifyLevels } from '../../../../src/core/style/classify-levels.ts';
import { parseColor } from '../../../../src/core/style/parse-color.ts';
import { colorChosenRows, colorRows, ROW_COLORS_WIDTH } from '../../../../src/core/style/row-colors.ts';

const LINE_BYTES = ROW_COLORS_WIDTH * 4;

describe('colorRows', () => {
  it('writes a colour per row into whole lines, and leaves rows beyond the palette as they are', () => {
    const classOfRow = new Uint8Array(ROW_COLORS_WIDTH + 1).fill(1);
    classOfRow[0] = 0;
    classOfRow[2] = 2;
    const picture = colorRows(classOfRow, [parseColor('#ff8001'), parseColor('#0a0b0c')]);
    expect(picture).toHaveLength(2 * LINE_BYTES);
    expect([...picture.subarray(0, 12)]).toEqual([255, 128, 1, 255, 10, 11, 12, 255, 0, 0, 0, 0]);
    expect([...picture.subarray(LINE_BYTES, LINE_BYTES + 8)]).toEqual([10, 11, 12, 255, 0, 0, 0, 0]);
  });

  it('has a line for a table without rows', () => {
    expect(colorRows(new Uint8Array(0), [])).toHaveLength(LINE_BYTES);
  });
});

describe('colorChosenRows', () => {
  it('colours chosen rows above the others without changing what it was given', () => {
    const base = colorRows(Uint8Array.of(0, 0, 0), [[1, 2, 3]]);
    const chosen = colorChosenRows(base, 3, Uint32Array.of(1, 900), [9, 8, 7]);
    expect([...chosen.subarray(0, 12)]).toEqual([1, 2, 3, 255, 9, 8, 7, 255, 1, 2, 3, 255]);
    expect([...base.subarray(4, 8)]).toEqual([1, 2, 3, 255]);
    expect(chosen[900 * 4 + 3]).toBe(0);
    expect([...colorChosenRows(null, 3, Uint32Array.of(0), [9, 8, 7]).subarray(0, 8)]).toEqual([
      9, 8, 7, 255, 0, 0, 0, 0,
    ]);
  });
});

describe('classifyLevels', () => {
  it('leaves out levels without rows and puts those in no zone last, without a colour', () => {
    const { classes, classOfRow } = classifyLevels(Uint8Array.of(5, 0, 3, 5, 0));
    expect(classes.map(({ meaning, color, count }) => [meaning.kind, color, count])).toEqual([
      ['level', '#e0342c', 2],
      ['level', '#2f80d8', 1],
      ['outside', null, 2],
    ]);
    expect([...classOfRow]).toEqual([2, 0, 1, 2, 0]);
  });
});
