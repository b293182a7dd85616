/** Latin with accents, punctuation, units and signs that reports use beside Chinese. */
const EXTRA_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x2027],
  [0x2030, 0x203b],
  [0x2070, 0x2079],
  [0x2080, 0x2089],
  [0x20ac, 0x20ac],
  [0x2103, 0x2103],
  [0x2113, 0x2116],
  [0x2190, 0x2199],
  [0x2200, 0x22ff],
  [0x2500, 0x257f],
  [0x25a0, 0x25ff],
  [0x3000, 0x303f],
  [0x3040, 0x30ff],
  [0x3300, 0x33ff],
  [0xff00, 0xffef],
];

/** The 94 × 94 plane of GB 2312-1980: rows and cells as EUC-CN bytes 0xA1–0xFE. */
function gb2312Characters(): string {
  const bytes: number[] = [];
  for (let row = 0xa1; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  }
  return new TextDecoder('gb18030').decode(new Uint8Array(bytes));
}

function inPrivateUse(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd;
}

let characters: string | null = null;

/**
 * The characters that the embedded report font covers: GB 2312-1980 and Latin, kana, punctuation, units.
 * Sorted by code point, without repetition; a document with any other character loads the full font.
 */
export function reportFontCharacters(): string {
  if (characters !== null) return characters;
  const found = new Set([...gb2312Characters()].filter((character) => !inPrivateUse(character)));
  for (const [first, last] of EXTRA_RANGES) {
    for (let code = first; code <= last; code += 1) found.add(String.fromCodePoint(code));
  }
  characters = [...found].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)).join('');
  return characters;
}
