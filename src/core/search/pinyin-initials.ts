/** First character, in pinyin order, of every letter that a syllable can begin with. */
const FIRST_OF_LETTER = [
  ['a', '吖'],
  ['b', '丷'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '呣'],
  ['n', '拏'],
  ['o', '喔'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
] as const;

const pinyinOrder = new Intl.Collator('zh-u-co-pinyin');
/** By code point: a city has a few thousand different characters, in a million names. */
const known: string[] = [];
const HAN = /\p{Script=Han}/u;

function initialOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const before = known[code];
  if (before !== undefined) return before;
  let initial = character;
  if (HAN.test(character)) {
    for (const [letter, first] of FIRST_OF_LETTER) {
      if (pinyinOrder.compare(first, character) > 0) break;
      initial = letter;
    }
  }
  known[code] = initial;
  return initial;
}

/**
 * Letters that people type for Chinese words: the pinyin initial of every Han character, all else as it is, e.g.
 * 人民医院2号 → `rmyy2h`. Empty for empty text.
 * Limits: one reading per character, that of the Unicode collation (CLDR, pinyin order): 重 is always z, 单 always d.
 */
export function pinyinInitials(text: string): string {
  let initials = '';
  for (const character of text) initials += initialOf(character);
  return initials;
}
