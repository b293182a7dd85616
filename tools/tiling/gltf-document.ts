import { MeshoptDecoder } from 'meshoptimizer';
import { z } from 'zod';
import type { GltfJson } from './gltf-json.ts';

/** Fetches a file that a content names beside itself (a `.bin`); `null` when there is none. */
export type ResolveFile = (uri: string) => Uint8Array | null;

/** Values of one accessor: `width` numbers per element, normalised integers already turned into fractions. */
export interface AccessorValues {
  values: Float64Array;
  width: number;
}

/** An opened glTF: its JSON and access to its binary data. Reading out of bounds throws a RangeError. */
export interface GltfDocument {
  json: GltfJson;
  bufferView(index: number): Uint8Array;
  accessor(index: number): AccessorValues;
}

const WIDTHS: Record<string, number> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT2: 4, MAT3: 9, MAT4: 16 };

interface Component {
  bytes: number;
  largest: number;
  read(view: DataView, at: number): number;
}

const COMPONENTS: Record<number, Component> = {
  5120: { bytes: 1, largest: 127, read: (view, at) => view.getInt8(at) },
  5121: { bytes: 1, largest: 255, read: (view, at) => view.getUint8(at) },
  5122: { bytes: 2, largest: 32767, read: (view, at) => view.getInt16(at, true) },
  5123: { bytes: 2, largest: 65535, read: (view, at) => view.getUint16(at, true) },
  5125: { bytes: 4, largest: 4294967295, read: (view, at) => view.getUint32(at, true) },
  5126: { bytes: 4, largest: 1, read: (view, at) => view.getFloat32(at, true) },
};

const meshoptSchema = z.object({
  buffer: z.number(),
  byteOffset: z.number().optional(),
  byteLength: z.number(),
  byteStride: z.number(),
  count: z.number(),
  mode: z.enum(['ATTRIBUTES', 'TRIANGLES', 'INDICES']),
  filter: z.enum(['NONE', 'OCTAHEDRAL', 'QUATERNION', 'EXPONENTIAL', 'COLOR']).optional(),
});

function componentOf(type: number): Component {
  const component = COMPONENTS[type];
  if (!component) throw new RangeError(`component type ${type}`);
  return component;
}

function slice(bytes: Uint8Array, offset: number, length: number): Uint8Array {
  if (offset + length > bytes.length) throw new RangeError(`bytes ${offset}–${offset + length} of ${bytes.length}`);
  return bytes.subarray(offset, offset + length);
}

function bufferBytes(json: GltfJson, index: number, binary: Uint8Array | null, resolve: ResolveFile): Uint8Array {
  const uri = json.buffers?.[index]?.uri;
  if (uri === undefined) {
    if (!binary) throw new RangeError(`buffer ${index}`);
    return binary;
  }
  const embedded = /^data:[^,]*;base64,(.*)$/s.exec(uri);
  const bytes = embedded ? Buffer.from(embedded[1] ?? '', 'base64') : resolve(uri);
  if (!bytes) throw new RangeError(`buffer file ${uri}`);
  return bytes;
}

function readStrided(
  bytes: Uint8Array,
  layout: { offset: number; stride: number; count: number; width: number; component: Component },
): Float64Array {
  const { offset, stride, count, width, component } = layout;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = new Float64Array(count * width);
  for (let element = 0; element < count; element += 1) {
    for (let part = 0; part < width; part += 1) {
      values[element * width + part] = component.read(view, offset + element * stride + part * component.bytes);
    }
  }
  return values;
}

/**
 * Opens a glTF 2.0 for reading; meshopt-compressed buffer views are decoded on demand (the decoder must be ready).
 * @param binary binary chunk of a GLB, `null` for a plain glTF.
 */
export function openGltf(json: GltfJson, binary: Uint8Array | null, resolve: ResolveFile): GltfDocument {
  const decoded = new Map<number, Uint8Array>();
  const bufferView = (index: number): Uint8Array => {
    const view = json.bufferViews?.[index];
    if (!view) throw new RangeError(`buffer view ${index}`);
    const compressed = view.extensions?.EXT_meshopt_compression ?? view.extensions?.KHR_meshopt_compression;
    if (!compressed)
      return slice(bufferBytes(json, view.buffer, binary, resolve), view.byteOffset ?? 0, view.byteLength);
    const known = decoded.get(index);
    if (known) return known;
    const meshopt = meshoptSchema.parse(compressed);
    const source = bufferBytes(json, meshopt.buffer, binary, resolve);
    const target = new Uint8Array(meshopt.count * meshopt.byteStride);
    const bytes = slice(source, meshopt.byteOffset ?? 0, meshopt.byteLength);
    MeshoptDecoder.decodeGltfBuffer(target, meshopt.count, meshopt.byteStride, bytes, meshopt.mode, meshopt.filter);
    decoded.set(index, target);
    return target;
  };
  const accessor = (index: number): AccessorValues => {
    const entry = json.accessors?.[index];
    const width = WIDTHS[entry?.type ?? ''];
    if (!entry || width === undefined) throw new RangeError(`accessor ${index}`);
    const component = componentOf(entry.componentType);
    const packed = width * component.bytes;
    let values = new Float64Array(entry.count * width);
    if (entry.bufferView !== undefined) {
      const stride = json.bufferViews?.[entry.bufferView]?.byteStride ?? packed;
      const layout = { offset: entry.byteOffset ?? 0, stride, count: entry.count, width, component };
      values = readStrided(bufferView(entry.bufferView), layout) as Float64Array<ArrayBuffer>;
    }
    if (entry.sparse) {
      const { count, indices, values: replaced } = entry.sparse;
      const at = componentOf(indices.componentType);
      const where = { offset: indices.byteOffset ?? 0, stride: at.bytes, count, width: 1, component: at };
      const positions = readStrided(bufferView(indices.bufferView), where);
      const what = { offset: replaced.byteOffset ?? 0, stride: packed, count, width, component };
      const substitutes = readStrided(bufferView(replaced.bufferView), what);
      positions.forEach((position, nth) => {
        values.set(substitutes.subarray(nth * width, (nth + 1) * width), position * width);
      });
    }
    if (entry.normalized) values = values.map((value) => Math.max(value / component.largest, -1));
    return { values, width };
  };
  return { json, bufferView, accessor };
}
