/** A tile of terrain as its file tells it; positions and heights still in steps of 1/32767. */
export interface DecodedTerrain {
  lowest: number;
  highest: number;
  /** Earth-centred metres. */
  center: readonly number[];
  sphere: { center: readonly number[]; radius: number };
  /** In radii of the ellipsoid. */
  horizonPoint: readonly number[];
  u: Int32Array;
  v: Int32Array;
  height: Int32Array;
  triangles: Uint32Array;
  /** Vertices of the western, southern, eastern and northern edge. */
  edges: Uint32Array[];
}

/** Reads little-endian numbers one after another; throws `RangeError` past the end. */
class NumberReader {
  readonly #view: DataView;
  at = 0;

  constructor(file: Uint8Array) {
    this.#view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  }

  #step(bytes: number): number {
    const from = this.at;
    this.at += bytes;
    return from;
  }

  float64(): number {
    return this.#view.getFloat64(this.#step(8), true);
  }

  float32(): number {
    return this.#view.getFloat32(this.#step(4), true);
  }

  uint32(): number {
    return this.#view.getUint32(this.#step(4), true);
  }

  uint16(): number {
    return this.#view.getUint16(this.#step(2), true);
  }

  point(): number[] {
    return [this.float64(), this.float64(), this.float64()];
  }

  /** Differences from value to value, signs folded into the lowest bit. */
  deltas(count: number): Int32Array {
    let value = 0;
    return new Int32Array(count).map(() => {
      const code = this.uint16();
      value += (code >> 1) ^ -(code & 1);
      return value;
    });
  }

  /** Indices counted down from the highest one named so far. */
  highWater(count: number): Uint32Array {
    let next = 0;
    return new Uint32Array(count).map(() => {
      const code = this.uint16();
      if (code === 0) next += 1;
      return code === 0 ? next - 1 : next - code;
    });
  }
}

function readTerrain(reader: NumberReader): DecodedTerrain {
  const center = reader.point();
  const [lowest, highest] = [reader.float32(), reader.float32()];
  const sphere = { center: reader.point(), radius: reader.float64() };
  const horizonPoint = reader.point();
  const count = reader.uint32();
  const [u, v, height] = [reader.deltas(count), reader.deltas(count), reader.deltas(count)];
  const triangles = reader.highWater(reader.uint32() * 3);
  const edges = [0, 1, 2, 3].map(() => new Uint32Array(reader.uint32()).map(() => reader.uint16()));
  return { lowest, highest, center, sphere, horizonPoint, u, v, height, triangles, edges };
}

/**
 * Reads a quantized-mesh 1.0 tile with 16-bit indices.
 * @returns `null` when the file ends too early or goes on after its edges.
 */
export function decodeQuantizedMesh(file: Uint8Array): DecodedTerrain | null {
  const reader = new NumberReader(file);
  try {
    const terrain = readTerrain(reader);
    return reader.at === file.byteLength ? terrain : null;
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}
