/** Text of a record-based file and the encoding it was read in. */
export interface DecodedText {
  text: string;
  encoding: string;
  /** True when nothing stated the encoding and it was found by trying. */
  guessed: boolean;
}

const GB_NAMES = /^(936|cp936|ms936|gbk|gb2312|gb18030|gb_?18030|oem ?936|ansi ?936)$/i;
const UTF8_NAMES = /^(65001|cp65001|utf-?8)$/i;

/**
 * Normalises the name of an encoding as `.cpg` files write it: every GBK spelling becomes `gb18030`, its superset.
 * @returns `null` when the name is not one that text decoders know.
 */
export function normaliseEncoding(name: string): string | null {
  const trimmed = name.trim();
  if (GB_NAMES.test(trimmed)) return 'gb18030';
  if (UTF8_NAMES.test(trimmed)) return 'utf-8';
  const codePage = /^(?:cp)?(125\d)$/i.exec(trimmed);
  const candidate = codePage ? `windows-${codePage[1]}` : trimmed;
  try {
    return new TextDecoder(candidate).encoding;
  } catch {
    return null;
  }
}

/** True when the bytes are valid in the encoding. */
export function isValidIn(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Decodes text whose encoding nobody states: UTF-8 when valid; else GBK (as gb18030), or Shift JIS when its reading
 * has the expected words and that of GBK has not.
 * @param expected Words, usually column names, that a right reading would contain.
 */
export function decodeText(bytes: Uint8Array, expected: readonly string[]): DecodedText {
  if (isValidIn(bytes, 'utf-8')) return { text: new TextDecoder().decode(bytes), encoding: 'utf-8', guessed: false };
  const readings = ['gb18030', 'shift_jis'].map((encoding) => ({
    encoding,
    text: new TextDecoder(encoding).decode(bytes),
  }));
  const score = (text: string): number => expected.filter((word) => text.includes(word)).length;
  const best = score(readings[1]!.text) > score(readings[0]!.text) ? readings[1]! : readings[0]!;
  return { ...best, guessed: true };
}
