/** Tells whether a font has a glyph for a Unicode code point. */
export type FontCoverage = (codePoint: number) => boolean;

interface Segment {
  first: number;
  last: number;
}

function findTable(view: DataView, tag: string): number | null {
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(record + offset)));
    if (name === tag) return view.getUint32(record + 8);
  }
  return null;
}

function readFormat4(view: DataView, at: number): Segment[] {
  const doubled = view.getUint16(at + 6);
  const segments: Segment[] = [];
  for (let index = 0; index < doubled; index += 2) {
    const last = view.getUint16(at + 14 + index);
    const first = view.getUint16(at + 16 + doubled + index);
    if (first !== 0xffff) segments.push({ first, last });
  }
  return segments;
}

function readFormat12(view: DataView, at: number): Segment[] {
  const count = view.getUint32(at + 12);
  return Array.from({ length: count }, (_, index) => ({
    first: view.getUint32(at + 16 + index * 12),
    last: view.getUint32(at + 20 + index * 12),
  }));
}

/**
 * Reads which characters a TrueType or OpenType font covers, from formats 4 and 12 of its `cmap` table
 * (OpenType 1.9, cmap). A font without a readable table covers nothing.
 */
export function readFontCoverage(font: Uint8Array): FontCoverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = findTable(view, 'cmap');
  if (cmap === null) return () => false;
  const segments: Segment[] = [];
  const count = view.getUint16(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(at);
    if (format === 4) segments.push(...readFormat4(view, at));
    if (format === 12) segments.push(...readFormat12(view, at));
  }
  return (codePoint) => segments.some((segment) => codePoint >= segment.first && codePoint <= segment.last);
}
