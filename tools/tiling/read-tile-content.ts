import type { Issue, Outcome } from '../../src/core/city/issue.ts';
import type { ResolveFile } from './gltf-document.ts';
import { readB3dm } from './read-b3dm.ts';
import { contentFault, readGlb } from './read-glb.ts';
import type { TileContent } from './tile-content.ts';

const NOTHING: TileContent = {
  features: [],
  triangles: new Float64Array(),
  triangleFeature: new Int32Array(),
  ambiguousIds: false,
};

function innerParts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Uint8Array[] = [];
  let at = 16;
  for (let left = view.getUint32(12, true); left > 0; left -= 1) {
    const length = view.getUint32(at + 8, true);
    if (length < 12 || at + length > bytes.length) throw new RangeError(`part of ${length} bytes at ${at}`);
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return parts;
}

/** Joins the parts of a composite; ids of later parts count on from those before. */
function join(parts: readonly TileContent[]): TileContent {
  const features: TileContent['features'] = [];
  const triangles: number[] = [];
  const triangleFeature: number[] = [];
  let first = 0;
  for (const part of parts) {
    for (const feature of part.features) features.push({ ...feature, id: feature.id + first });
    for (const value of part.triangles) triangles.push(value);
    for (const id of part.triangleFeature) triangleFeature.push(id < 0 ? -1 : id + first);
    first += part.features.reduce((most, feature) => Math.max(most, feature.id + 1), 0);
  }
  return {
    features,
    triangles: Float64Array.from(triangles),
    triangleFeature: Int32Array.from(triangleFeature),
    ambiguousIds: parts.filter((part) => part.features.length > 0).length > 1,
  };
}

async function readComposite(bytes: Uint8Array, uri: string, resolve: ResolveFile): Promise<Outcome<TileContent>> {
  const parts: TileContent[] = [];
  for (const part of innerParts(bytes)) {
    const content = await readTileContent(part, uri, resolve);
    if (!content.ok) return content;
    parts.push(content.value);
  }
  return { ok: true, value: join(parts) };
}

/**
 * Decodes any content of 3D Tiles 1.0 or 1.1: glTF and GLB, batched models (b3dm), composites (cmpt). Instanced
 * models, point clouds and vector tiles (i3dm, pnts, geom, vctr) are told apart but hold no features here.
 * @param uri names the content in issues.
 * @param resolve finds files that a glTF names beside itself; none unless given.
 * Errors: `tiles.contentCut`, `tiles.legacyGltf`, `tiles.unknownFormat`.
 */
export async function readTileContent(
  bytes: Uint8Array,
  uri: string,
  resolve: ResolveFile = () => null,
): Promise<Outcome<TileContent>> {
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  const cut: Issue = {
    code: 'tiles.contentCut',
    severity: 'error',
    place: { file: uri },
    values: { detail: `${bytes.length} bytes` },
  };
  if (bytes.length < 16) return { ok: false, issue: cut };
  try {
    if (magic === 'glTF' || /^\s*\{/.test(magic)) return await readGlb(bytes, uri, resolve);
    if (magic === 'b3dm') return await readB3dm(bytes, uri, resolve);
    if (magic === 'cmpt') return await readComposite(bytes, uri, resolve);
  } catch (error) {
    return { ok: false, issue: contentFault(error, uri) };
  }
  if (['i3dm', 'pnts', 'geom', 'vctr'].includes(magic)) return { ok: true, value: NOTHING };
  return { ok: false, issue: { code: 'tiles.unknownFormat', severity: 'error', place: { file: uri } } };
}
