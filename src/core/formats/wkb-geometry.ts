import type { SourceRecord } from './source-record.ts';

type Geometry = NonNullable<SourceRecord['geometry']>;

const TYPES: Record<number, string> = {
  1: 'Point',
  2: 'LineString',
  3: 'Polygon',
  4: 'MultiPoint',
  5: 'MultiLineString',
  6: 'MultiPolygon',
  7: 'GeometryCollection',
  10: 'CurvePolygon',
  11: 'MultiCurve',
  12: 'MultiSurface',
};

/** Surfaces of surfaces are read to this depth. */
const MOST_DEPTH = 8;

interface Head {
  type: number;
  dimensions: number;
  little: boolean;
}

/** Reads any WKB in order; running past the end throws a RangeError. */
class Reader {
  private at = 0;
  private readonly view: DataView;
  constructor(bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  head(): Head {
    const little = this.view.getUint8(this.at) === 1;
    const raw = this.view.getUint32(this.at + 1, little);
    this.at += 5;
    // ISO: thousands tell Z (1), M (2), ZM (3). EWKB: high bits, with an SRID behind.
    if (raw & 0x20000000) this.at += 4;
    const code = raw & 0x0fffffff;
    const iso = Math.floor(code / 1000);
    const hasZ = (raw & 0x80000000) !== 0 || iso === 1 || iso === 3;
    const hasM = (raw & 0x40000000) !== 0 || iso === 2 || iso === 3;
    return { type: code % 1000, dimensions: 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0), little };
  }
  count(little: boolean): number {
    const value = this.view.getUint32(this.at, little);
    this.at += 4;
    if (value * 4 > this.view.byteLength) throw new RangeError('count');
    return value;
  }
  position({ little, dimensions }: Head): number[] {
    const position = Array.from({ length: dimensions }, (_, index) =>
      this.view.getFloat64(this.at + index * 8, little),
    );
    this.at += dimensions * 8;
    return position;
  }
  positions(head: Head): number[][] {
    return Array.from({ length: this.count(head.little) }, () => this.position(head));
  }
}

function readGeometry(reader: Reader, depth: number): Geometry {
  const head = reader.head();
  const type = TYPES[head.type] ?? `WKB ${head.type}`;
  const list = <T>(read: () => T): T[] => Array.from({ length: reader.count(head.little) }, read);
  if (depth > MOST_DEPTH) throw new RangeError('depth');
  const parts = () => list(() => readGeometry(reader, depth + 1));
  if (type === 'Point') return { type, coordinates: reader.position(head) };
  if (type === 'LineString') return { type, coordinates: reader.positions(head) };
  if (type === 'Polygon') return { type, coordinates: list(() => reader.positions(head)) };
  if (type.startsWith('Multi') && head.type <= 6) return { type, coordinates: parts().map((part) => part.coordinates) };
  // Surfaces whose members are plain polygons are a collection of them.
  if (head.type === 7 || head.type === 12) return { type: 'GeometryCollection', geometries: parts() };
  return { type };
}

/**
 * Reads well-known binary as an unchecked GeoJSON geometry: ISO and extended WKB, heights and measures kept as further
 * numbers of a position, MultiSurface as a collection. Types that cannot be read (curves) come with their name alone.
 * @returns `null` when the bytes are cut. Source: OGC 06-103r4 §8, ISO 13249-3.
 */
export function readWkbGeometry(bytes: Uint8Array): Geometry | null {
  try {
    return readGeometry(new Reader(bytes), 0);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
