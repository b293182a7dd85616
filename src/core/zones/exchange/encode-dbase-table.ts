import type { Zone } from '../zone.ts';
import { ZONE_COLUMNS, type ZoneColumn } from './zone-table.ts';

/** A field of dBASE III holds 254 bytes at most. */
const MOST_TEXT_BYTES = 254;
const NUMBER_BYTES = 24;
const BLANK = 0x20;

/** Texts that were cut to 254 bytes of UTF-8, by column. */
export interface CutTexts {
  column: string;
  count: number;
}

type EncodeText = (text: string) => Uint8Array;

/** Cuts encoded text without leaving half a character: bytes 10xxxxxx go on with the one before. */
function cutText(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MOST_TEXT_BYTES) return bytes;
  let end = MOST_TEXT_BYTES;
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

function encodeValue(column: ZoneColumn, zone: Zone, encode: EncodeText): { bytes: Uint8Array; isCut: boolean } {
  const value = column.read(zone.properties);
  if (value === null) return { bytes: new Uint8Array(), isCut: false };
  const bytes = encode(String(value));
  return { bytes: cutText(bytes), isCut: bytes.length > MOST_TEXT_BYTES };
}

function writeField(bytes: Uint8Array, at: number, column: ZoneColumn, width: number): void {
  for (let index = 0; index < column.shortName.length; index += 1) {
    bytes[at + index] = column.shortName.charCodeAt(index);
  }
  bytes[at + 11] = column.kind === 'text' ? 0x43 : 0x4e;
  bytes[at + 16] = width;
  bytes[at + 17] = column.kind === 'text' ? 0 : 10;
}

/**
 * Encodes the fields of zones as a dBASE III table (.dbf), text in the encoding of `encode`, which the .cpg beside it
 * must name. Numbers have ten decimals.
 * @returns The bytes, and which texts were longer than the format can hold and were cut.
 * Source: dBASE III table file structure.
 */
export function encodeDbaseTable(
  zones: readonly Zone[],
  encode: EncodeText,
): { bytes: Uint8Array<ArrayBuffer>; cut: CutTexts[] } {
  const cut: CutTexts[] = [];
  const columns = ZONE_COLUMNS.map((column) => {
    const values = zones.map((zone) => encodeValue(column, zone, encode));
    const count = values.filter(({ isCut }) => isCut).length;
    if (count > 0) cut.push({ column: column.name, count });
    const width =
      column.kind === 'number' ? NUMBER_BYTES : values.reduce((most, { bytes }) => Math.max(most, bytes.length), 1);
    return { column, values, width };
  });
  const headerBytes = 32 + columns.length * 32 + 1;
  const recordBytes = columns.reduce((sum, { width }) => sum + width, 1);
  const bytes = new Uint8Array(headerBytes + recordBytes * zones.length + 1);
  const view = new DataView(bytes.buffer);
  bytes.set([3, 80, 1, 1]);
  view.setUint32(4, zones.length, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, recordBytes, true);
  for (const [index, { column, width }] of columns.entries()) writeField(bytes, 32 + index * 32, column, width);
  bytes[headerBytes - 1] = 0x0d;
  bytes.fill(BLANK, headerBytes, bytes.length - 1);
  bytes[bytes.length - 1] = 0x1a;
  for (let row = 0; row < zones.length; row += 1) {
    let at = headerBytes + row * recordBytes + 1;
    for (const { column, values, width } of columns) {
      const value =
        column.kind === 'number' ? padNumber(column.read(zones[row]!.properties), encode) : values[row]!.bytes;
      bytes.set(value, at);
      at += width;
    }
  }
  return { bytes, cut };
}

function padNumber(value: string | number | null, encode: EncodeText): Uint8Array {
  if (typeof value !== 'number') return new Uint8Array();
  const fixed = value.toFixed(10);
  return encode((fixed.length > NUMBER_BYTES ? value.toPrecision(15) : fixed).padStart(NUMBER_BYTES));
}
