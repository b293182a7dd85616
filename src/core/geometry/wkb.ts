import type { MultiPolygon2 } from './coordinates.ts';

const POLYGON = 3;
const MULTI_POLYGON = 6;
const LITTLE_ENDIAN = 1;

function ringBytes(polygon: MultiPolygon2[number]): number {
  return polygon.reduce((sum, ring) => sum + 4 + ring.length * 16, 4);
}

function writePolygonBody(view: DataView, start: number, polygon: MultiPolygon2[number]): number {
  let at = start;
  view.setUint32(at, polygon.length, true);
  at += 4;
  for (const ring of polygon) {
    view.setUint32(at, ring.length, true);
    at += 4;
    for (const [x, y] of ring) {
      view.setFloat64(at, x, true);
      view.setFloat64(at + 8, y, true);
      at += 16;
    }
  }
  return at;
}

function writeHead(view: DataView, at: number, type: number): number {
  view.setUint8(at, LITTLE_ENDIAN);
  view.setUint32(at + 1, type, true);
  return at + 5;
}

/**
 * Encodes a footprint as well-known binary (OGC 06-103r4 §8), little-endian, two dimensions: a Polygon when it
 * has one part, else a MultiPolygon.
 * @param geometry Closed rings, exterior first; at least one polygon. Coordinates are stored as given.
 */
export function encodeWkb(geometry: MultiPolygon2): Uint8Array<ArrayBuffer> {
  const single = geometry.length === 1 ? geometry[0] : undefined;
  const size = single ? 5 + ringBytes(single) : 9 + geometry.reduce((sum, polygon) => sum + 5 + ringBytes(polygon), 0);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  if (single) {
    writePolygonBody(view, writeHead(view, 0, POLYGON), single);
    return bytes;
  }
  let at = writeHead(view, 0, MULTI_POLYGON);
  view.setUint32(at, geometry.length, true);
  at += 4;
  for (const polygon of geometry) at = writePolygonBody(view, writeHead(view, at, POLYGON), polygon);
  return bytes;
}

/** Reads WKB values in order; refuses to run past the end. */
class WkbCursor {
  private at = 0;
  private readonly view: DataView;
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  head(): { type: number; little: boolean } {
    const little = this.view.getUint8(this.at) === LITTLE_ENDIAN;
    const type = this.view.getUint32(this.at + 1, little);
    this.at += 5;
    return { type, little };
  }
  count(little: boolean, least: number): number {
    const value = this.view.getUint32(this.at, little);
    this.at += 4;
    if (value < least || value * 4 > this.view.byteLength) throw new RangeError('count');
    return value;
  }
  position(little: boolean): [number, number] {
    const position: [number, number] = [
      this.view.getFloat64(this.at, little),
      this.view.getFloat64(this.at + 8, little),
    ];
    this.at += 16;
    if (!Number.isFinite(position[0]) || !Number.isFinite(position[1])) throw new RangeError('coordinate');
    return position;
  }
  polygon(little: boolean): [number, number][][] {
    return Array.from({ length: this.count(little, 1) }, () =>
      Array.from({ length: this.count(little, 4) }, () => this.position(little)),
    );
  }
  get finished(): boolean {
    return this.at === this.view.byteLength;
  }
}

/**
 * Decodes a well-known-binary Polygon or MultiPolygon of two dimensions (either byte order).
 * @returns Rings as stored, or `null` when the bytes are cut, have a rest, a ring under four positions, a
 * coordinate that is not finite, or another geometry type.
 */
export function decodeWkb(bytes: Uint8Array): MultiPolygon2 | null {
  const cursor = new WkbCursor(bytes);
  try {
    const { type, little } = cursor.head();
    const polygons: [number, number][][][] = [];
    if (type === POLYGON) polygons.push(cursor.polygon(little));
    else if (type === MULTI_POLYGON) {
      const count = cursor.count(little, 1);
      for (let part = 0; part < count; part += 1) {
        const head = cursor.head();
        if (head.type !== POLYGON) return null;
        polygons.push(cursor.polygon(head.little));
      }
    } else return null;
    return cursor.finished ? polygons : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
