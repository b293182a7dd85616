import { z } from 'zod';
import type { Outcome } from '../../src/core/city/issue.ts';
import { readBatchTable } from './batch-table.ts';
import type { ResolveFile } from './gltf-document.ts';
import { contentFault, readGlb } from './read-glb.ts';
import { MOST_FEATURES, type TileContent } from './tile-content.ts';

const featureTableSchema = z.object({
  BATCH_LENGTH: z.number().int().nonnegative().max(MOST_FEATURES).optional(),
  RTC_CENTER: z.union([z.array(z.number()).length(3), z.object({ byteOffset: z.number() })]).optional(),
});

const HEADER = 28;

interface Parts {
  featureTable: z.infer<typeof featureTableSchema>;
  featureBinary: Uint8Array;
  batchJson: string;
  batchBinary: Uint8Array;
  glb: Uint8Array;
}

function partsOf(bytes: Uint8Array): Parts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const total = view.getUint32(8, true);
  if (total > bytes.length) throw new RangeError(`${bytes.length} of ${total} bytes`);
  let at = HEADER;
  const take = (length: number) => {
    if (at + length > total) throw new RangeError(`${length} bytes at ${at} of ${total}`);
    at += length;
    return bytes.subarray(at - length, at);
  };
  const text = (part: Uint8Array) => Buffer.from(part).toString('utf8');
  const featureJson = text(take(view.getUint32(12, true)));
  const featureBinary = take(view.getUint32(16, true));
  const batchJson = text(take(view.getUint32(20, true)));
  const batchBinary = take(view.getUint32(24, true));
  const featureTable = featureTableSchema.parse(featureJson.trim() === '' ? {} : JSON.parse(featureJson));
  return { featureTable, featureBinary, batchJson, batchBinary, glb: bytes.subarray(at, total) };
}

function rtcOf({ featureTable, featureBinary }: Parts): number[] {
  const center = featureTable.RTC_CENTER;
  if (!center) return [0, 0, 0];
  if (Array.isArray(center)) return center;
  const view = new DataView(featureBinary.buffer, featureBinary.byteOffset, featureBinary.byteLength);
  return [0, 4, 8].map((offset) => view.getFloat32(center.byteOffset + offset, true));
}

/**
 * Decodes a batched model of 3D Tiles 1.0: its glTF (y up, turned to z up), batch ids as feature ids, batch table.
 * Without batches (`BATCH_LENGTH` 0) the whole content is one feature, id 0, whatever ids its vertices carry.
 * Errors: `tiles.contentCut`, `tiles.legacyGltf`.
 */
export async function readB3dm(bytes: Uint8Array, uri: string, resolve: ResolveFile): Promise<Outcome<TileContent>> {
  try {
    const parts = partsOf(bytes);
    const glb = await readGlb(parts.glb, uri, resolve);
    if (!glb.ok) return glb;
    const { triangles, triangleFeature } = glb.value;
    const center = rtcOf(parts);
    for (let at = 0; at < triangles.length; at += 1) triangles[at] = triangles[at]! + center[at % 3]!;
    const batches = parts.featureTable.BATCH_LENGTH ?? 0;
    if (batches === 0) {
      const features = triangleFeature.length > 0 ? [{ id: 0, properties: {} }] : [];
      return { ok: true, value: { ...glb.value, features, triangleFeature: triangleFeature.fill(0) } };
    }
    const outside = triangleFeature.find((id) => id >= batches);
    if (outside !== undefined) throw new RangeError(`batch id ${outside} of ${batches}`);
    const rows = readBatchTable(parts.batchJson, parts.batchBinary, batches);
    return { ok: true, value: { ...glb.value, features: rows.map((properties, id) => ({ id, properties })) } };
  } catch (error) {
    return { ok: false, issue: contentFault(error, uri) };
  }
}
