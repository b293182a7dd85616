import type { Outcome } from '../core/city/issue.ts';
import { decodeIn } from './decode-in.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;
/** The end record is 22 bytes and a comment of up to 65,535. */
const MOST_END_BYTES = 22 + 0xffff;
const MOST_ENTRIES = 2000;
const ENCRYPTED = 1;

/** A file in an archive, still packed. */
interface ZipEntry {
  name: string;
  method: number;
  isEncrypted: boolean;
  packedBytes: number;
  offset: number;
}

function findEnd(view: DataView): number {
  const last = Math.max(0, view.byteLength - MOST_END_BYTES);
  for (let at = view.byteLength - 22; at >= last; at -= 1) if (view.getUint32(at, true) === END) return at;
  return -1;
}

function listEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new RangeError('end');
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new RangeError('entries');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('entry');
    const nameBytes = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true));
    entries.push({
      name: decodeIn(nameBytes, 'utf-8') ?? decodeIn(nameBytes, 'gb18030') ?? String(index),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED) !== 0,
      packedBytes: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameBytes.length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Unpacks one entry; stops as soon as more comes out than is left, whatever the archive says of its size. */
async function unpack(bytes: Uint8Array, entry: ZipEntry, most: number): Promise<Uint8Array | 'large'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  if (packed.length < entry.packedBytes) throw new RangeError('cut');
  if (entry.method === STORED) return packed.length > most ? 'large' : packed;
  if (entry.method !== DEFLATED) throw new RangeError('method');
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return 'large';
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Unpacks the files of a ZIP archive that are wanted, by name.
 * @param isWanted Judges names as they stand in the archive, folders included.
 * @param mostBytes Bytes of all unpacked files together: an archive that holds more is refused while it is unpacked.
 * Errors: `zip.damaged` (cut, damaged, or packed by another method than deflate), `zip.encrypted`, `zip.tooLarge`.
 * Limits: no ZIP64. Source: PKWARE APPNOTE 6.3.
 */
export async function readZip(
  bytes: Uint8Array,
  file: string,
  isWanted: (name: string) => boolean,
  mostBytes: number,
): Promise<Outcome<Map<string, Uint8Array>>> {
  const refuse = (code: string, values = {}): Outcome<never> => ({
    ok: false,
    issue: { code, severity: 'error', place: { file }, values },
  });
  const unpacked = new Map<string, Uint8Array>();
  let left = mostBytes;
  try {
    for (const entry of listEntries(bytes)) {
      if (!isWanted(entry.name)) continue;
      if (entry.isEncrypted) return refuse('zip.encrypted');
      const content = await unpack(bytes, entry, left);
      if (content === 'large') return refuse('zip.tooLarge', { limit: Math.round(mostBytes / 1024 / 1024) });
      left -= content.length;
      unpacked.set(entry.name, content);
    }
  } catch (error) {
    // RangeError: beyond the bytes; TypeError: the platform's word for damaged compressed data.
    if (error instanceof RangeError || error instanceof TypeError) return refuse('zip.damaged');
    throw error;
  }
  return { ok: true, value: unpacked };
}
