import { describe, expect, it } from 'vitest';
import { rankMatch } from '../../../../src/core/search/rank-match.ts';

describe('rankMatch', () => {
  it.each([
    ['Harbour Street', 'harbour street', 0],
    ['Harbour Street', 'harb', 1],
    ['Harbour Street', 'str', 2],
    ['Harbour Street', 'bour', 3],
    ['人民医院', '人民医院', 0],
    ['人民医院', '人民', 1],
    ['人民医院', '医院', 3],
    ['人民医院', 'rm', 4],
    ['人民医院', 'YY', 5],
    ['人民医院', '人医', 6],
    ['ＡＢＣ　Tower', 'abc tower', 0],
  ])('%s ← %s: %d', (text, query, rank) => expect(rankMatch(text, query)).toBe(rank));

  it('wants every word, in any order, and counts the worst', () => {
    expect(rankMatch('Harbour Street', 'street harb')).toBe(2);
    expect(rankMatch('Harbour Street', 'street north')).toBeNull();
  });

  it.each([
    ['人民医院', '医人'],
    ['人民医院', '医学'],
    ['Harbour', 'hbr'],
    ['人民医院', 'ryy'],
  ])('%s is no answer to %s', (text, query) => expect(rankMatch(text, query)).toBeNull());

  it('matches everything when nothing was typed', () => expect(rankMatch('x', '  ')).toBe(0));
});
