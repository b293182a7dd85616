/**
 * Text as it is compared in a search: full-width and half-width forms alike (Unicode NFKC), lower case, one space
 * between words, none at the ends. The result of folding it again is the same.
 */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}
