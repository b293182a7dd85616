import type { MultiPolygon2 } from '../../geometry/coordinates.ts';
import { encodeWkb } from '../../geometry/wkb.ts';

const HEAD_BYTES = 40;
/** Bytes of the envelope by its code in the flags (bits 1–3). */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;

/**
 * Encodes a shape as a GeoPackage geometry: header with envelope, then WKB, little-endian.
 * @param shape Closed rings; at least one polygon. Source: OGC 12-128r18 §2.1.3.
 */
export function encodeGeopackageGeometry(shape: MultiPolygon2, srsId: number): Uint8Array<ArrayBuffer> {
  const wkb = encodeWkb(shape);
  const bytes = new Uint8Array(HEAD_BYTES + wkb.length);
  const view = new DataView(bytes.buffer);
  // "GP", version 1, little-endian with the envelope minX, maxX, minY, maxY.
  bytes.set([0x47, 0x50, 0, 0b0000_0011]);
  view.setInt32(4, srsId, true);
  const box = [Infinity, -Infinity, Infinity, -Infinity] as [number, number, number, number];
  for (const [x, y] of shape.flat(2)) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.max(box[1], x);
    box[2] = Math.min(box[2], y);
    box[3] = Math.max(box[3], y);
  }
  for (const [index, value] of box.entries()) view.setFloat64(8 + index * 8, value, true);
  bytes.set(wkb, HEAD_BYTES);
  return bytes;
}

/** The well-known binary inside a GeoPackage geometry; `null` when the bytes are none, or the geometry is said to be empty. */
export function findGeopackageWkb(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length < 8 || bytes[0] !== 0x47 || bytes[1] !== 0x50) return null;
  const flags = bytes[3] ?? 0;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 0b111];
  const isEmpty = (flags & 0b10000) !== 0;
  return envelope === undefined || isEmpty || bytes.length < 8 + envelope ? null : bytes.subarray(8 + envelope);
}
