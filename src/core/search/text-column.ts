import { foldText } from './fold-text.ts';
import { pinyinInitials } from './pinyin-initials.ts';

/** Texts of the rows of a table, laid out so that a million of them are searched in milliseconds. */
export interface TextColumn {
  /** Rows whose text contains the words: the same first, then those that begin with them, then the others; ascending in each. */
  find(query: string, most: number): number[];
  /** Whether the text of a row contains a folded word, in letters or in pinyin initials. */
  holds(row: number, word: string): boolean;
}

/** Ends every text in the long string; folded text never contains it. */
const END = '\n';
const ROWS_PER_STEP = 4_000;
const LATIN_ONLY = /^[a-z0-9 ]+$/;
const HAN = /\p{Script=Han}/u;

/** All texts in one string: the engine's own search runs through it without looking at rows. */
interface LongText {
  text: string;
  /** Where the text of each row begins, and at last where the string ends. */
  starts: Uint32Array;
}

function rowAt({ starts }: LongText, place: number): number {
  let [low, high] = [0, starts.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Adds rows whose text contains `needle`, in the order of the table, until there are `most`. */
function collect(long: LongText, needle: string, most: number, found: Set<number>): void {
  let place = long.text.indexOf(needle);
  while (place >= 0 && found.size < most) {
    // A needle that starts with the end of the text before belongs to the text after it.
    const row = rowAt(long, place + (needle.startsWith(END) ? 1 : 0));
    found.add(row);
    place = long.text.indexOf(needle, Math.max(place + 1, long.starts[row + 1]! - 1));
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll(END, ' ') : '';
}

/** Texts of some rows as `foldText` folds each of them; folding them together is far quicker. */
function foldTogether(values: readonly unknown[]): string {
  const folded = values.map(textOf).join(END).normalize('NFKC').toLowerCase();
  const spaced = folded.replace(/[^\S\n]+/gu, ' ').replace(/ ?\n ?/gu, END);
  return `${spaced.replace(/^ | $/gu, '')}${END}`;
}

function* layOut(
  values: readonly unknown[],
  prepare: (values: readonly unknown[]) => string,
): Generator<void, LongText> {
  const starts = new Uint32Array(values.length + 1);
  const parts: string[] = [END];
  let [row, length] = [0, 1];
  for (let from = 0; from < values.length; from += ROWS_PER_STEP) {
    const part = prepare(values.slice(from, from + ROWS_PER_STEP));
    for (let end = part.indexOf(END); end >= 0; end = part.indexOf(END, end + 1)) {
      row += 1;
      starts[row] = length + end + 1;
    }
    length += part.length;
    parts.push(part);
    yield;
  }
  starts[0] = 1;
  return { text: parts.join(''), starts };
}

/**
 * Lays out the texts of a column for searching, a few thousand rows between two yields.
 * @param values By row; what is no text is empty and never found.
 * Limits: finds what contains the whole query; the pinyin initials of Chinese texts are searched for queries of letters
 * and digits.
 */
export function* createTextColumn(values: readonly unknown[]): Generator<void, TextColumn> {
  const folded = yield* layOut(values, foldTogether);
  const initials = HAN.test(folded.text) ? yield* layOut(values, (rows) => pinyinInitials(foldTogether(rows))) : null;
  return {
    find(query, most) {
      const word = foldText(query);
      const found = new Set<number>();
      if (word === '') return [];
      for (const long of LATIN_ONLY.test(word) && initials ? [folded, initials] : [folded]) {
        collect(long, `${END}${word}${END}`, most, found);
        collect(long, `${END}${word}`, most, found);
        collect(long, word, most, found);
      }
      return [...found];
    },
    holds(row, word) {
      const within = ({ text, starts }: LongText) => text.slice(starts[row], starts[row + 1]).includes(word);
      return within(folded) || (initials !== null && LATIN_ONLY.test(word) && within(initials));
    },
  };
}
