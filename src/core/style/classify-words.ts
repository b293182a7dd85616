import type { CodedColumn } from '../risk/building-codes.ts';
import { type BuildingClass, type ClassifiedRows, type ClassMeaning, UNKNOWN_COLOR } from './building-classes.ts';

/**
 * Qualitative colours that stay apart for colour-blind readers: the scheme "muted" of P. Tol, "Colour schemes", SRON
 * technical note EPS/TN/09-002, issue 3.2 (2021), its greenest and reddest first.
 */
const WORD_COLORS = [
  '#88ccee',
  '#cc6677',
  '#ddcc77',
  '#117733',
  '#332288',
  '#aa4499',
  '#44aa99',
  '#999933',
  '#882255',
] as const;
/** The scheme's grey for what has no colour of its own. */
const REST_COLOR = '#d8d5ce';

/**
 * Puts rows into a class per word, the frequent words first (of equally frequent ones in the order of their letters); words
 * beyond the ninth share one class. The class of unknown rows closes the list, if any.
 */
export function classifyWords({ values, codes }: CodedColumn): ClassifiedRows {
  const counts = new Float64Array(values.length);
  for (const code of codes) counts[code]! += 1;
  const words = values.flatMap((word, code) => (word === null ? [] : [{ word, code, count: counts[code]! }]));
  words.sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  const classes: BuildingClass[] = [];
  const classOfCode = new Uint8Array(values.length);
  const add = (meaning: ClassMeaning, color: string, members: readonly { code: number; count: number }[]): void => {
    for (const { code } of members) classOfCode[code] = classes.length;
    const count = members.reduce((sum, each) => sum + each.count, 0);
    if (count > 0) classes.push({ meaning, color, count });
  };
  WORD_COLORS.forEach((color, at) => {
    const own = words[at];
    if (own) add({ kind: 'word', word: own.word }, color, [own]);
  });
  const rest = words.slice(WORD_COLORS.length);
  add({ kind: 'rest', words: rest.length }, REST_COLOR, rest);
  const unknown = values.flatMap((word, code) => (word === null ? [{ code, count: counts[code]! }] : []));
  add({ kind: 'unknown' }, UNKNOWN_COLOR, unknown);
  const classOfRow = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row += 1) classOfRow[row] = classOfCode[codes[row]!]!;
  return { classes, classOfRow };
}
