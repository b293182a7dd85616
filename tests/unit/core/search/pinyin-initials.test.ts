import { describe, expect, it } from 'vitest';
import { pinyinInitials } from '../../../../src/core/search/pinyin-initials.ts';

describe('pinyinInitials', () => {
  // Syllables as in 汉语拼音方案, one common word at least for every initial letter.
  it.each([
    ['韧城示范区', 'rcsfq'],
    ['安保次大额', 'abcde'],
    ['风光海江科', 'fghjk'],
    ['路民南欧平', 'lmnop'],
    ['青人三天文', 'qrstw'],
    ['新园站', 'xyz'],
    ['他们', 'tm'],
    ['日仁任绕', 'rrrr'],
    ['苏色四岁', 'ssss'],
    ['赛区', 'sq'],
  ])('%s → %s', (word, initials) => expect(pinyinInitials(word)).toBe(initials));

  it('leaves what is no Han character as it is', () => {
    expect(pinyinInitials('人民医院2号 b')).toBe('rmyy2h b');
    expect(pinyinInitials('')).toBe('');
    expect(pinyinInitials('さくら')).toBe('さくら');
  });
});
