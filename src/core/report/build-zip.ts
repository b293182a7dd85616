const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Fields of two or four bytes, little-endian, as [value, size]. */
function record(...fields: readonly (readonly [value: number, size: 2 | 4])[]): Uint8Array {
  const bytes: number[] = [];
  for (const [value, size] of fields) {
    for (let shift = 0; shift < size; shift += 1) bytes.push(Math.floor(value / 256 ** shift) % 256);
  }
  return Uint8Array.from(bytes);
}

const UTF8_NAMES = 0x0800;
/** 1980-01-01, the format's zero: equal content gives equal bytes. */
const DATE = 0x21;

/**
 * Packs files into a ZIP archive without compression (PKWARE APPNOTE 6.3, stored entries, UTF-8 names).
 * @param files content by ASCII name; names must be unique and hold no backslash; total below 4 GiB.
 */
export function buildZip(files: Record<string, Uint8Array>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const nameBytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
    const described = [
      [UTF8_NAMES, 2],
      [0, 2],
      [0, 2],
      [DATE, 2],
      [crc32(content), 4],
      [content.length, 4],
      [content.length, 4],
      [nameBytes.length, 2],
      [0, 2],
    ] as const;
    const local = record([0x04034b50, 4], [20, 2], ...described);
    parts.push(local, nameBytes, content);
    directory.push(
      record([0x02014b50, 4], [20, 2], [20, 2], ...described, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      nameBytes,
    );
    offset += local.length + nameBytes.length + content.length;
  }
  const count = Object.keys(files).length;
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = record([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);
  return concatenate([...parts, ...directory, end]);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
