import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../../src/features/zones/read-number.ts';

describe('numbers as people type them', () => {
  it.each([
    ['12.5', 12.5],
    [' 0 ', 0],
    ['-3', -3],
    ['−60', -60],
    ['１２．５', 12.5],
    ['1,200', 1200],
    ['1,234,567.5', 1234567.5],
    ['.5', 0.5],
  ])('%s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', 'abc', '1,2', '1e5', '--1', '12m', 'Infinity'])('%s is none', (text) => {
    expect(readNumber(text)).toBeNull();
  });
});
