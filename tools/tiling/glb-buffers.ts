import { MeshoptEncoder } from 'meshoptimizer';

/** How one buffer view is compressed: bytes per element, number of elements, meshopt mode. */
interface Compression {
  stride: number;
  count: number;
  mode: 'ATTRIBUTES' | 'TRIANGLES';
}

/** JSON of a glTF buffer view. */
interface BufferViewJson {
  buffer: number;
  byteOffset: number;
  byteLength: number;
  byteStride?: number;
  target?: number;
  extensions?: Record<string, unknown>;
}

/** Binary chunk of a GLB in the making. */
export interface GlbBuffers {
  views: BufferViewJson[];
  /** Adds plain bytes. @returns index of the view. */
  addPlain(bytes: Uint8Array): number;
  /** Adds vertex or index data, compressed when the buffers are. @returns index of the view. */
  addGeometry(data: ArrayBufferView, compression: Compression): number;
  /** Buffers of the glTF (the second one is the fallback that EXT_meshopt_compression asks for) and the binary chunk. */
  finish(): { buffers: Record<string, unknown>[]; binary: Uint8Array };
}

const ARRAY_BUFFER = 34962;
const ELEMENT_ARRAY_BUFFER = 34963;

const align = (length: number, to: number) => Math.ceil(length / to) * to;

/** Starts a binary chunk; with `compress` geometry is stored with EXT_meshopt_compression (encoder version 0). */
export function createGlbBuffers(compress: boolean): GlbBuffers {
  const views: BufferViewJson[] = [];
  const parts: { offset: number; bytes: Uint8Array }[] = [];
  let length = 0;
  let fallbackLength = 0;
  const append = (bytes: Uint8Array) => {
    const offset = align(length, 8);
    parts.push({ offset, bytes });
    length = offset + bytes.length;
    return offset;
  };
  return {
    views,
    addPlain(bytes) {
      views.push({ buffer: 0, byteOffset: append(bytes), byteLength: bytes.length });
      return views.length - 1;
    },
    addGeometry(data, { stride, count, mode }) {
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      const layout =
        mode === 'TRIANGLES' ? { target: ELEMENT_ARRAY_BUFFER } : { byteStride: stride, target: ARRAY_BUFFER };
      if (!compress) {
        views.push({ buffer: 0, byteOffset: append(bytes), byteLength: bytes.length, ...layout });
        return views.length - 1;
      }
      const encoded = MeshoptEncoder.encodeGltfBuffer(bytes, count, stride, mode);
      const extension = { buffer: 0, byteOffset: append(encoded), byteLength: encoded.length, byteStride: stride };
      fallbackLength = align(fallbackLength, 8);
      views.push({
        buffer: 1,
        byteOffset: fallbackLength,
        byteLength: bytes.length,
        ...layout,
        extensions: { EXT_meshopt_compression: { ...extension, mode, count } },
      });
      fallbackLength += bytes.length;
      return views.length - 1;
    },
    finish() {
      const binary = new Uint8Array(align(length, 8));
      for (const part of parts) binary.set(part.bytes, part.offset);
      const buffers: Record<string, unknown>[] = [{ byteLength: binary.length }];
      if (compress) {
        buffers.push({ byteLength: fallbackLength, extensions: { EXT_meshopt_compression: { fallback: true } } });
      }
      return { buffers, binary };
    },
  };
}
