import { describe, expect, it } from 'vitest';
import { decodeWkb, encodeWkb } from '../../../../src/core/geometry/wkb.ts';

const SQUARE = [
  [
    [0, 0],
    [2, 0],
    [2, 2],
    [0, 2],
    [0, 0],
  ],
] as const;

/** POLYGON((0 0,2 0,2 2,0 2,0 0)) as PostGIS writes it. */
const SQUARE_HEX =
  '01030000000100000005000000' +
  '00000000000000000000000000000000' +
  '00000000000000400000000000000000' +
  '00000000000000400000000000000040' +
  '00000000000000000000000000000040' +
  '00000000000000000000000000000000';

describe('WKB', () => {
  it('writes a single part as a Polygon, byte for byte as the standard says', () => {
    expect(Buffer.from(encodeWkb([SQUARE])).toString('hex')).toBe(SQUARE_HEX);
  });

  it('reads back several parts with holes', () => {
    const hole = SQUARE[0].map(([x, y]) => [x / 4 + 0.5, y / 4 + 0.5] as const);
    const shape = [[SQUARE[0], hole], [SQUARE[0].map(([x, y]) => [x + 10, y] as const)]];
    expect(decodeWkb(encodeWkb(shape))).toEqual(shape);
  });

  it('reads big-endian bytes', () => {
    const little = encodeWkb([SQUARE]);
    const big = new Uint8Array(little.length);
    const from = new DataView(little.buffer);
    const to = new DataView(big.buffer);
    for (const at of [1, 5, 9]) to.setUint32(at, from.getUint32(at, true));
    for (let at = 13; at < little.length; at += 8) to.setFloat64(at, from.getFloat64(at, true));
    expect(decodeWkb(big)).toEqual([SQUARE]);
  });

  it.each([
    ['cut', (bytes: Uint8Array) => bytes.slice(0, -3)],
    ['with a rest', (bytes: Uint8Array) => new Uint8Array([...bytes, 0])],
    ['of a point', (bytes: Uint8Array) => bytes.with(1, 1)],
    ['with an absurd count', (bytes: Uint8Array) => bytes.with(12, 255)],
    ['with NaN', (bytes: Uint8Array) => bytes.with(20, 0x7f).with(19, 0xf8)],
    ['empty', () => new Uint8Array()],
  ])('refuses bytes %s', (_, damage) => {
    expect(decodeWkb(damage(encodeWkb([SQUARE])))).toBeNull();
  });
});
