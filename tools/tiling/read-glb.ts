import { MeshoptDecoder } from 'meshoptimizer';
import { ZodError } from 'zod';
import type { Issue, Outcome } from '../../src/core/city/issue.ts';
import { createDracoReader } from './draco-reader.ts';
import { openGltf, type ResolveFile } from './gltf-document.ts';
import { gltfJsonSchema } from './gltf-json.ts';
import { readGltfScene } from './read-gltf-scene.ts';
import type { TileContent } from './tile-content.ts';

const GLB_MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;

function chunksOf(bytes: Uint8Array): { json: string; binary: Uint8Array | null } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const total = view.getUint32(8, true);
  if (total > bytes.length) throw new RangeError(`${bytes.length} of ${total} bytes`);
  let json: string | null = null;
  let binary: Uint8Array | null = null;
  for (let at = 12; at + 8 <= total; ) {
    const length = view.getUint32(at, true);
    const kind = view.getUint32(at + 4, true);
    if (at + 8 + length > total) throw new RangeError(`chunk of ${length} bytes at ${at}`);
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (kind === JSON_CHUNK) json ??= Buffer.from(chunk).toString('utf8');
    if (kind === BINARY_CHUNK) binary ??= chunk;
    at += 8 + length;
  }
  if (json === null) throw new RangeError('no JSON chunk');
  return { json, binary };
}

function brokenDetail(error: unknown): string | null {
  if (error instanceof ZodError)
    return error.issues[0] ? `${error.issues[0].path.join('.')}: ${error.issues[0].message}` : 'glTF';
  if (error instanceof RangeError || error instanceof SyntaxError) return error.message;
  // The meshopt and Draco decoders throw plain errors for malformed data.
  if (error instanceof Error && /malformed|decod|draco/i.test(error.message)) return error.message;
  return null;
}

/** Turns what broken content makes the readers throw into an issue; anything else is a bug and is thrown on. */
export function contentFault(error: unknown, uri: string): Issue {
  const detail = brokenDetail(error);
  if (detail === null) throw error;
  return { code: 'tiles.contentCut', severity: 'error', place: { file: uri }, values: { detail } };
}

/**
 * Decodes a binary or JSON glTF 2.0: triangles of its scene (z up, metres), feature ids (EXT_mesh_features, batch ids
 * of b3dm, instances) and property tables; quantised, meshopt- and Draco-compressed geometry.
 * Limits: feature ids in textures and points or lines are left out.
 * Errors: `tiles.legacyGltf`, `tiles.contentCut`.
 * @param resolve finds the files that the glTF names beside itself.
 */
export async function readGlb(
  bytes: Uint8Array,
  uri: string,
  resolve: ResolveFile = () => null,
): Promise<Outcome<TileContent>> {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const binaryForm = bytes.length >= 12 && view.getUint32(0, true) === GLB_MAGIC;
    const legacy: Issue = { code: 'tiles.legacyGltf', severity: 'error', place: { file: uri } };
    if (binaryForm && view.getUint32(4, true) < 2) return { ok: false, issue: legacy };
    const { json, binary } = binaryForm ? chunksOf(bytes) : { json: Buffer.from(bytes).toString('utf8'), binary: null };
    const gltf = gltfJsonSchema.parse(JSON.parse(json));
    if (gltf.asset.version.startsWith('1')) return { ok: false, issue: legacy };
    await MeshoptDecoder.ready;
    const document = openGltf(gltf, binary, resolve);
    const draco = json.includes('KHR_draco_mesh_compression') ? await createDracoReader() : null;
    return { ok: true, value: readGltfScene(document, draco) };
  } catch (error) {
    return { ok: false, issue: contentFault(error, uri) };
  }
}
