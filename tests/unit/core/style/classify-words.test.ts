import { describe, expect, it } from 'vitest';
import { codeColumn } from '../../../../src/core/risk/building-codes.ts';
import { UNKNOWN_COLOR } from '../../../../src/core/style/building-classes.ts';
import { classifyWords } from '../../../../src/core/style/classify-words.ts';

describe('classifyWords', () => {
  it('gives each word a class, the frequent first, and closes with the unknown', () => {
    const { classes, classOfRow } = classifyWords(codeColumn(['b', null, 'a', 'b', 'c', 'a', 'b']));
    const told = classes.map(({ meaning, count }) => [meaning.kind === 'word' ? meaning.word : meaning.kind, count]);
    expect(told).toEqual([
      ['b', 3],
      ['a', 2],
      ['c', 1],
      ['unknown', 1],
    ]);
    expect([...classOfRow]).toEqual([0, 3, 1, 0, 2, 1, 0]);
    expect(classes.at(-1)?.color).toBe(UNKNOWN_COLOR);
    expect(new Set(classes.map(({ color }) => color)).size).toBe(4);
  });

  it('puts words beyond the ninth into one class, equally frequent ones by their letters', () => {
    const words = ['l', 'k', 'j', 'i', 'h', 'g', 'f', 'e', 'd', 'c', 'b', 'a'];
    const { classes, classOfRow } = classifyWords(codeColumn(words));
    expect(classes).toHaveLength(10);
    expect(classes[0]?.meaning).toEqual({ kind: 'word', word: 'a' });
    expect(classes[9]).toMatchObject({ meaning: { kind: 'rest', words: 3 }, count: 3 });
    expect([...classOfRow].filter((place) => place === 9)).toHaveLength(3);
    expect(classOfRow[11]).toBe(0);
  });

  it('has no class for unknown rows where there are none, and none at all for an empty table', () => {
    expect(classifyWords(codeColumn(['a', 'a'])).classes).toHaveLength(1);
    expect(classifyWords(codeColumn([])).classes).toEqual([]);
  });
});
