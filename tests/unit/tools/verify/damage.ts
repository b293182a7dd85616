import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MeshoptDecoder } from 'meshoptimizer';
import type { CityManifest } from '../../../../src/core/city/city-manifest.ts';

/** Ways to damage a package behind the back of the program, and to make the hashes fit again. */

export async function editJson<T>(file: string, edit: (value: T) => void): Promise<void> {
  const value = JSON.parse(await readFile(file, 'utf8')) as T;
  edit(value);
  await writeFile(file, JSON.stringify(value));
}

export const editManifest = (folder: string, edit: (manifest: CityManifest) => void) =>
  editJson<CityManifest>(path.join(folder, 'city.json'), edit);

/** Makes the manifest list every file as it now is, so that only a deeper check can find what is wrong. */
export async function rehash(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: CityManifest['files'] = {};
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file);
    if (!entry.isFile() || name === 'city.json') continue;
    const bytes = await readFile(file);
    files[name] = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
  }
  await editManifest(folder, (manifest) => {
    manifest.files = files;
  });
}

interface BufferView {
  buffer: number;
  byteOffset?: number;
  byteLength: number;
  extensions?: {
    EXT_meshopt_compression?: {
      byteOffset?: number;
      byteLength: number;
      byteStride: number;
      count: number;
      mode: 'ATTRIBUTES' | 'TRIANGLES' | 'INDICES';
    };
  };
}

interface GltfJson {
  bufferViews: BufferView[];
  buffers: { byteLength: number }[];
  accessors: { bufferView: number }[];
  meshes: { primitives: { indices: number }[] }[];
  nodes: { matrix: number[] }[];
  extensions: { EXT_structural_metadata: { propertyTables: { properties: Record<string, { values: number }> }[] } };
}

/** A GLB taken apart; buffer views are replaced uncompressed at the end of the binary chunk. */
export class OpenGlb {
  readonly json: GltfJson;
  private binary: Buffer;
  private readonly file: string;

  private constructor(file: string, bytes: Buffer) {
    this.file = file;
    const jsonLength = bytes.readUInt32LE(12);
    this.json = JSON.parse(bytes.subarray(20, 20 + jsonLength).toString('utf8')) as GltfJson;
    this.binary = bytes.subarray(20 + jsonLength + 8);
  }

  static async open(file: string): Promise<OpenGlb> {
    await MeshoptDecoder.ready;
    return new OpenGlb(file, await readFile(file));
  }

  readView(index: number): Buffer {
    const view = this.json.bufferViews[index]!;
    const packed = view.extensions?.EXT_meshopt_compression;
    if (!packed)
      return Buffer.from(this.binary.subarray(view.byteOffset ?? 0, (view.byteOffset ?? 0) + view.byteLength));
    const target = new Uint8Array(packed.count * packed.byteStride);
    const start = packed.byteOffset ?? 0;
    const source = this.binary.subarray(start, start + packed.byteLength);
    MeshoptDecoder.decodeGltfBuffer(target, packed.count, packed.byteStride, source, packed.mode);
    return Buffer.from(target);
  }

  replaceView(index: number, bytes: Buffer): void {
    const view = this.json.bufferViews[index]!;
    delete view.extensions;
    view.buffer = 0;
    view.byteOffset = this.binary.length;
    view.byteLength = bytes.length;
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    this.binary = Buffer.concat([this.binary, bytes, padding]);
    this.json.buffers[0]!.byteLength = this.binary.length;
  }

  async save(): Promise<void> {
    const text = Buffer.from(JSON.stringify(this.json));
    const json = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, 0x20)]);
    const head = Buffer.alloc(20);
    head.writeUInt32LE(0x46546c67, 0);
    head.writeUInt32LE(2, 4);
    head.writeUInt32LE(28 + json.length + this.binary.length, 8);
    head.writeUInt32LE(json.length, 12);
    head.writeUInt32LE(0x4e4f534a, 16);
    const chunk = Buffer.alloc(8);
    chunk.writeUInt32LE(this.binary.length, 0);
    chunk.writeUInt32LE(0x004e4942, 4);
    await writeFile(this.file, Buffer.concat([head, json, chunk, this.binary]));
  }
}

/** Swaps two corners of every triangle of a tile, so that all faces look inwards. */
export async function turnFaces(file: string): Promise<void> {
  const glb = await OpenGlb.open(file);
  const accessor = glb.json.meshes[0]!.primitives[0]!.indices;
  const view = glb.json.accessors[accessor]!.bufferView;
  const indices = glb.readView(view);
  const stride = glb.json.bufferViews[view]!.extensions?.EXT_meshopt_compression?.byteStride ?? 2;
  for (let at = 0; at + 3 * stride <= indices.length; at += 3 * stride) {
    const second = Buffer.from(indices.subarray(at + stride, at + 2 * stride));
    indices.copy(indices, at + stride, at + 2 * stride, at + 3 * stride);
    second.copy(indices, at + 2 * stride);
  }
  glb.replaceView(view, indices);
  await glb.save();
}

/** Rewrites the row numbers of a tile's features. */
export async function renumberRows(file: string, edit: (rows: number[]) => number[]): Promise<void> {
  const glb = await OpenGlb.open(file);
  const view = glb.json.extensions.EXT_structural_metadata.propertyTables[0]!.properties.row!.values;
  const bytes = glb.readView(view);
  const rows = Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
  edit(rows).forEach((row, index) => void bytes.writeUInt32LE(row, index * 4));
  glb.replaceView(view, bytes);
  await glb.save();
}

/** Moves or scales the mesh of a tile by editing its node matrix (column-major). */
export async function editMatrix(file: string, edit: (matrix: number[]) => void): Promise<void> {
  const glb = await OpenGlb.open(file);
  edit(glb.json.nodes[0]!.matrix);
  await glb.save();
}
