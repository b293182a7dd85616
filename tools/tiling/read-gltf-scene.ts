import { z } from 'zod';
import type { DracoReader } from './draco-reader.ts';
import type { GltfDocument } from './gltf-document.ts';
import type { GltfPrimitive } from './gltf-json.ts';
import {
  composeMatrix,
  IDENTITY,
  type Matrix4,
  multiply,
  transformPoint,
  translation,
  Y_UP_TO_Z_UP,
} from './matrix4.ts';
import { readPropertyTable } from './property-table.ts';
import { readInstances } from './read-instances.ts';
import type { ContentFeature, TileContent } from './tile-content.ts';

const featureIdsSchema = z.object({
  featureIds: z.array(
    z.object({
      featureCount: z.number(),
      attribute: z.number().optional(),
      texture: z.unknown().optional(),
      nullFeatureId: z.number().optional(),
      propertyTable: z.number().optional(),
    }),
  ),
});
const dracoSchema = z.object({ bufferView: z.number(), attributes: z.record(z.string(), z.number()) });
const rtcSchema = z.object({ center: z.array(z.number()).length(3) });

interface SceneReading {
  document: GltfDocument;
  draco: DracoReader | null;
  features: Map<number, ContentFeature>;
  triangles: number[];
  triangleFeature: number[];
}

type ReadVertex = (attribute: string) => Float64Array | null;

function geometryOf(
  reading: SceneReading,
  primitive: GltfPrimitive,
): { read: ReadVertex; indices: Uint32Array | null } {
  const { document, draco } = reading;
  const compressed = primitive.extensions?.KHR_draco_mesh_compression;
  if (compressed && draco) {
    const { bufferView, attributes } = dracoSchema.parse(compressed);
    const geometry = draco(document.bufferView(bufferView), attributes);
    const plain = (name: string) => {
      const accessor = primitive.attributes[name];
      return accessor === undefined ? null : document.accessor(accessor).values;
    };
    return { read: (name) => geometry.attributes.get(name)?.values ?? plain(name), indices: geometry.indices };
  }
  const indices =
    primitive.indices === undefined ? null : Uint32Array.from(document.accessor(primitive.indices).values);
  return {
    read: (name) => {
      const accessor = primitive.attributes[name];
      return accessor === undefined ? null : document.accessor(accessor).values;
    },
    indices,
  };
}

/** Corners of the triangles of a primitive, as vertex numbers; empty for points and lines. */
function cornersOf(mode: number, indices: Uint32Array | null, vertexCount: number): ArrayLike<number> {
  const list = indices ?? Uint32Array.from({ length: vertexCount }, (_, at) => at);
  if (mode === 4) return list;
  const corners: number[] = [];
  for (let at = 0; at + 2 < list.length; at += 1) {
    const [a, b, c] = [list[at]!, list[at + 1]!, list[at + 2]!];
    if (mode === 5) corners.push(...(at % 2 === 0 ? [a, b, c] : [b, a, c]));
    if (mode === 6) corners.push(list[0]!, b, c);
  }
  return corners;
}

function noteFeatures(reading: SceneReading, table: number | undefined): boolean {
  if (table === undefined) return false;
  const rows = readPropertyTable(reading.document, table);
  for (const [id, properties] of (rows ?? []).entries()) {
    if (!reading.features.has(id)) reading.features.set(id, { id, properties });
  }
  return rows !== null;
}

/** Feature id of a vertex; `null` when the primitive does not tell features apart. */
function featureIdsOf(
  reading: SceneReading,
  primitive: GltfPrimitive,
  read: ReadVertex,
): ((vertex: number) => number) | null {
  const extension = primitive.extensions?.EXT_mesh_features;
  if (extension) {
    const sets = featureIdsSchema.parse(extension).featureIds.filter((set) => set.texture === undefined);
    const set = sets.find((each) => each.propertyTable !== undefined) ?? sets[0];
    if (set) {
      noteFeatures(reading, set.propertyTable);
      const values = set.attribute === undefined ? null : read(`_FEATURE_ID_${set.attribute}`);
      return (vertex) => {
        const id = values ? Math.round(values[vertex] ?? -1) : vertex;
        return id === set.nullFeatureId ? -1 : id;
      };
    }
  }
  const batch = read('_BATCHID') ?? read('BATCHID');
  return batch && ((vertex) => Math.round(batch[vertex] ?? -1));
}

function readPrimitive(
  reading: SceneReading,
  primitive: GltfPrimitive,
  matrix: Matrix4,
  instanceFeature: number | null,
) {
  const mode = primitive.mode ?? 4;
  if (mode < 4) return;
  const { read, indices } = geometryOf(reading, primitive);
  const positions = read('POSITION');
  if (!positions) return;
  const count = positions.length / 3;
  const featureOf = featureIdsOf(reading, primitive, read);
  const moved = new Float64Array(positions.length);
  for (let vertex = 0; vertex < count; vertex += 1) {
    moved.set(
      transformPoint(matrix, positions[vertex * 3]!, positions[vertex * 3 + 1]!, positions[vertex * 3 + 2]!),
      vertex * 3,
    );
  }
  const corners = cornersOf(mode, indices, count);
  for (let at = 0; at + 2 < corners.length; at += 3) {
    for (const corner of [corners[at]!, corners[at + 1]!, corners[at + 2]!]) {
      if (corner >= count) throw new RangeError(`vertex ${corner} of ${count}`);
      reading.triangles.push(moved[corner * 3]!, moved[corner * 3 + 1]!, moved[corner * 3 + 2]!);
    }
    const id = instanceFeature ?? featureOf?.(corners[at]!) ?? 0;
    reading.triangleFeature.push(id);
    if (id >= 0 && !reading.features.has(id)) reading.features.set(id, { id, properties: {} });
  }
}

function readNode(reading: SceneReading, index: number, parent: Matrix4, depth: number): void {
  const { json } = reading.document;
  const node = json.nodes?.[index];
  if (!node || depth > 64) throw new RangeError(`node ${index}`);
  const own =
    node.matrix ?? composeMatrix(node.translation ?? [0, 0, 0], node.rotation ?? [0, 0, 0, 1], node.scale ?? [1, 1, 1]);
  const matrix = multiply(parent, own);
  if (node.mesh !== undefined) {
    const primitives = json.meshes?.[node.mesh]?.primitives ?? [];
    const instances = readInstances(reading.document, node.extensions);
    if (instances) noteFeatures(reading, instances.propertyTable);
    const placements = instances?.placements ?? [{ matrix: IDENTITY, featureId: null }];
    for (const placement of placements) {
      const placed = multiply(matrix, placement.matrix);
      for (const primitive of primitives) readPrimitive(reading, primitive, placed, placement.featureId);
    }
  }
  for (const child of node.children ?? []) readNode(reading, child, matrix, depth + 1);
}

/** Decodes the scene of an opened glTF; CESIUM_RTC is honoured. Throws a RangeError or ZodError when broken. */
export function readGltfScene(document: GltfDocument, draco: DracoReader | null): TileContent {
  const { json } = document;
  const reading: SceneReading = { document, draco, features: new Map(), triangles: [], triangleFeature: [] };
  const roots = json.scenes?.[json.scene ?? 0]?.nodes ?? [];
  const rtc = json.extensions?.CESIUM_RTC ? rtcSchema.parse(json.extensions.CESIUM_RTC).center : [0, 0, 0];
  const start = multiply(Y_UP_TO_Z_UP, translation(rtc[0]!, rtc[1]!, rtc[2]!));
  for (const root of roots) readNode(reading, root, start, 0);
  return {
    features: [...reading.features.values()].sort((a, b) => a.id - b.id),
    triangles: Float64Array.from(reading.triangles),
    triangleFeature: Int32Array.from(reading.triangleFeature),
    ambiguousIds: false,
  };
}
