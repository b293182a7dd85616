import { foldText } from './fold-text.ts';
import { pinyinInitials } from './pinyin-initials.ts';

const LATIN_ONLY = /^[a-z0-9]+$/;
const HAN = /\p{Script=Han}/u;

function holdsInOrder(text: string, characters: string): boolean {
  let from = 0;
  for (const character of characters) {
    const place = text.indexOf(character, from);
    if (place < 0) return false;
    from = place + character.length;
  }
  return true;
}

/** One word in one folded text; see `rankMatch`. */
function rankWord(text: string, word: string): number | null {
  const place = text.indexOf(word);
  if (place === 0) return text.length === word.length ? 0 : 1;
  if (place > 0) return text[place - 1] === ' ' ? 2 : 3;
  if (LATIN_ONLY.test(word)) {
    const at = HAN.test(text) ? pinyinInitials(text).indexOf(word) : -1;
    return at < 0 ? null : at === 0 ? 4 : 5;
  }
  return [...word].length > 1 && HAN.test(word) && holdsInOrder(text, word) ? 6 : null;
}

/**
 * How well a text answers what was typed: 0 the same, 1 begins with it, 2 a word of it does, 3 contains it, 4 and 5 its
 * pinyin initials begin with or contain it, 6 has its Chinese characters in their order. Several words must all be
 * found, in any order; the worst of them counts.
 * @param query What was typed; spaces part words. Blank matches everything, at 0.
 * @returns `null` when it does not match.
 */
export function rankMatch(text: string, query: string): number | null {
  const folded = foldText(text);
  const wanted = foldText(query);
  const whole = rankWord(folded, wanted);
  if (wanted === '' || (whole !== null && whole < 4)) return wanted === '' ? 0 : whole;
  let worst = 0;
  for (const word of wanted.split(' ')) {
    const rank = rankWord(folded, word);
    if (rank === null) return null;
    worst = Math.max(worst, rank);
  }
  return worst;
}
