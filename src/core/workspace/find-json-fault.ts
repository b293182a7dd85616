const SPACE = /[\t\n\r ]*/y;
/** Between escapes: anything from the space on but the quotation mark and the backslash. */
const STRING = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

type Expected = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'next' | 'nothing';

/** Where a sticky pattern ends when it stands at a place, else -1. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/**
 * Line and column (from 1) of the first token at which a text stops being JSON (RFC 8259), its end when it was cut; null
 * for JSON. Engines tell this place each in its own words, or not at all.
 */
export function findJsonFault(text: string): { line: number; column: number } | null {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = endOf(SPACE, text, 0);
  const afterValue = (): Expected => (open.length > 0 ? 'next' : 'nothing');
  while (at < text.length) {
    const character = text[at] ?? '';
    const closes = character === (open.at(-1) === '{' ? '}' : ']') && open.length > 0;
    let end = at + 1;
    if (closes && (expected === 'next' || expected === 'valueOrEnd' || expected === 'keyOrEnd')) {
      open.pop();
      expected = afterValue();
    } else if (expected === 'next' && character === ',') {
      expected = open.at(-1) === '{' ? 'key' : 'value';
    } else if (expected === 'colon' && character === ':') {
      expected = 'value';
    } else if (expected === 'key' || expected === 'keyOrEnd') {
      end = endOf(STRING, text, at);
      expected = 'colon';
    } else if ((expected === 'value' || expected === 'valueOrEnd') && (character === '{' || character === '[')) {
      open.push(character);
      expected = character === '{' ? 'keyOrEnd' : 'valueOrEnd';
    } else if (expected === 'value' || expected === 'valueOrEnd') {
      end = endOf(character === '"' ? STRING : SCALAR, text, at);
      expected = afterValue();
    } else end = -1;
    if (end < 0) return placeOf(text, at);
    at = endOf(SPACE, text, end);
  }
  return expected === 'nothing' ? null : placeOf(text, text.length);
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
