/** Decodes bytes by the platform's means; `null` when they are not valid in the encoding, or it is not known. */
export type DecodeText = (bytes: Uint8Array, encoding: string) => string | null;

const GB_NAMES = /^(936|cp936|ms936|gbk|gb2312|gb18030|gb_?18030|oem ?936|ansi ?936)$/i;
const UTF8_NAMES = /^(65001|cp65001|utf-?8)$/i;

/**
 * Normalises the name of an encoding as `.cpg` files write it: every GBK spelling becomes `gb18030`, its superset.
 * @returns `null` when the name is not one that text decoders know.
 */
export function normaliseEncoding(name: string, decode: DecodeText): string | null {
  const trimmed = name.trim();
  if (GB_NAMES.test(trimmed)) return 'gb18030';
  if (UTF8_NAMES.test(trimmed)) return 'utf-8';
  const codePage = /^(?:cp)?(125\d)$/i.exec(trimmed);
  const candidate = codePage ? `windows-${codePage[1]}` : trimmed;
  return decode(new Uint8Array(), candidate) === null ? null : candidate;
}
