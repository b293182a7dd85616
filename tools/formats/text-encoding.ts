/** Text of a record-based file and the encoding it was read in. */
export interface DecodedText {
  text: string;
  encoding: string;
  /** True when nothing stated the encoding and it was found by trying. */
  guessed: boolean;
}

/** Decodes bytes; `null` when they are not valid in the encoding, or it is not known. */
export function decodeIn(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Decodes text whose encoding nobody states: UTF-8 when valid; else GBK (as gb18030), or Shift JIS when its reading
 * has the expected words and that of GBK has not.
 * @param expected Words, usually column names, that a right reading would contain.
 */
export function decodeText(bytes: Uint8Array, expected: readonly string[]): DecodedText {
  if (decodeIn(bytes, 'utf-8') !== null)
    return { text: new TextDecoder().decode(bytes), encoding: 'utf-8', guessed: false };
  const readings = ['gb18030', 'shift_jis'].map((encoding) => ({
    encoding,
    text: new TextDecoder(encoding).decode(bytes),
  }));
  const score = (text: string): number => expected.filter((word) => text.includes(word)).length;
  const best = score(readings[1]!.text) > score(readings[0]!.text) ? readings[1]! : readings[0]!;
  return { ...best, guessed: true };
}
