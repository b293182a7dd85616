const THOUSANDS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Reads a number as people type it, full-width signs and thousands with commas allowed; `null` when it is none. */
export function readNumber(text: string): number | null {
  const narrow = text
    .normalize('NFKC')
    .replace(/\u2212/g, '-')
    .trim();
  const plain = THOUSANDS.test(narrow) ? narrow.replaceAll(',', '') : narrow;
  return PLAIN.test(plain) ? Number(plain) : null;
}
