import { useClassOf } from '../../src/core/style/use-class.ts';
import { ELEMENT_CLASS, ELEMENT_SCHEMA, HEIGHT_NO_DATA, type TileFeature } from './element-property-table.ts';
import { createGlbBuffers, type GlbBuffers } from './glb-buffers.ts';
import type { LocalFrame } from './local-frame.ts';
import type { QuantisedMesh } from './quantise-mesh.ts';

const BYTE = 5120;
const UNSIGNED_BYTE = 5121;
const UNSIGNED_SHORT = 5123;
const UNSIGNED_INT = 5125;

/** Matt, warm light grey that takes a colour by result without turning dark. */
const BASE_COLOR = [0.87, 0.86, 0.83, 1];

function nodeMatrix(frame: LocalFrame, mesh: QuantisedMesh): number[] {
  const m = frame.gltfMatrix;
  const [ox, oy, oz] = mesh.origin;
  const matrix = m.map((value, index) => (index < 12 ? value * mesh.stepMeters : value));
  for (const row of [0, 1, 2]) {
    matrix[12 + row] = m[row]! * ox + m[4 + row]! * oy + m[8 + row]! * oz + m[12 + row]!;
  }
  return matrix;
}

function addPropertyTable(buffers: GlbBuffers, features: readonly TileFeature[]): Record<string, unknown> {
  const bytesOf = (array: Uint32Array | Float32Array) => new Uint8Array(array.buffer);
  const ids = features.map((feature) => Buffer.from(feature.id, 'utf8'));
  const offsets = new Uint32Array(features.length + 1);
  for (const [index, id] of ids.entries()) offsets[index + 1] = offsets[index]! + id.length;
  const heights = Float32Array.from(features, (feature) => feature.heightMeters ?? HEIGHT_NO_DATA);
  return {
    name: 'elements',
    class: ELEMENT_CLASS,
    count: features.length,
    properties: {
      row: { values: buffers.addPlain(bytesOf(Uint32Array.from(features, (feature) => feature.row))) },
      id: { values: buffers.addPlain(Buffer.concat(ids)), stringOffsets: buffers.addPlain(bytesOf(offsets)) },
      height: { values: buffers.addPlain(bytesOf(heights)) },
      useClass: { values: buffers.addPlain(Uint8Array.from(features, (feature) => useClassOf(feature.use))) },
    },
  };
}

function positionRange(mesh: QuantisedMesh): { min: number[]; max: number[] } {
  const min = [65535, 65535, 65535];
  const max = [0, 0, 0];
  for (let vertex = 0; vertex < mesh.vertexCount; vertex += 1) {
    for (const axis of [0, 1, 2]) {
      const value = mesh.positions[vertex * 4 + axis]!;
      min[axis] = Math.min(min[axis]!, value);
      max[axis] = Math.max(max[axis]!, value);
    }
  }
  return { min, max };
}

function packGlb(json: unknown, binary: Uint8Array): Uint8Array {
  const text = Buffer.from(JSON.stringify(json), 'utf8');
  const textLength = Math.ceil(text.length / 8) * 8 + 4;
  const glb = Buffer.alloc(20 + textLength + 8 + binary.length, 0x20);
  glb.writeUInt32LE(0x46546c67, 0);
  glb.writeUInt32LE(2, 4);
  glb.writeUInt32LE(glb.length, 8);
  glb.writeUInt32LE(textLength, 12);
  glb.writeUInt32LE(0x4e4f534a, 16);
  text.copy(glb, 20);
  glb.writeUInt32LE(binary.length, 20 + textLength);
  glb.writeUInt32LE(0x004e4942, 24 + textLength);
  glb.set(binary, 28 + textLength);
  return glb;
}

/**
 * Writes one tile as GLB: one primitive, quantised (KHR_mesh_quantization) and compressed (EXT_meshopt_compression),
 * feature ids (EXT_mesh_features) into a property table (EXT_structural_metadata) with row, id, height and class of use,
 * bays and storeys of walls in `_WALL` and `_STOREYS` (see `packFacade`). The node places the local frame on the earth. Same input, same bytes. The meshopt encoder must be ready.
 * @param options `compress: false` writes plain geometry, for validators that cannot decompress.
 */
export function writeGlb(
  mesh: QuantisedMesh,
  features: readonly TileFeature[],
  frame: LocalFrame,
  options: { compress: boolean } = { compress: true },
): Uint8Array {
  const buffers = createGlbBuffers(options.compress);
  const count = mesh.vertexCount;
  const wide = mesh.indices instanceof Uint32Array;
  const attribute = (data: ArrayBufferView, stride: number) =>
    buffers.addGeometry(data, { stride, count, mode: 'ATTRIBUTES' });
  const accessors = [
    {
      bufferView: attribute(mesh.positions, 8),
      componentType: UNSIGNED_SHORT,
      count,
      type: 'VEC3',
      ...positionRange(mesh),
    },
    { bufferView: attribute(mesh.normals, 4), componentType: BYTE, normalized: true, count, type: 'VEC3' },
    { bufferView: attribute(mesh.featureIds, 4), componentType: UNSIGNED_SHORT, count, type: 'SCALAR' },
    { bufferView: attribute(mesh.walls, 4), componentType: UNSIGNED_BYTE, count, type: 'VEC3' },
    { bufferView: attribute(mesh.storeys, 4), componentType: UNSIGNED_SHORT, count, type: 'VEC2' },
    {
      bufferView: buffers.addGeometry(mesh.indices, {
        stride: mesh.indices.BYTES_PER_ELEMENT,
        count: mesh.indices.length,
        mode: 'TRIANGLES',
      }),
      componentType: wide ? UNSIGNED_INT : UNSIGNED_SHORT,
      count: mesh.indices.length,
      type: 'SCALAR',
    },
  ];
  const propertyTable = addPropertyTable(buffers, features);
  const { buffers: bufferList, binary } = buffers.finish();
  const compressed = options.compress ? ['EXT_meshopt_compression'] : [];
  const json = {
    asset: { version: '2.0', generator: 'cim-city-viewer' },
    extensionsUsed: ['EXT_mesh_features', 'EXT_structural_metadata', 'KHR_mesh_quantization', ...compressed],
    extensionsRequired: ['KHR_mesh_quantization', ...compressed],
    extensions: { EXT_structural_metadata: { schema: ELEMENT_SCHEMA, propertyTables: [propertyTable] } },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, matrix: nodeMatrix(frame, mesh) }],
    materials: [{ pbrMetallicRoughness: { baseColorFactor: BASE_COLOR, metallicFactor: 0, roughnessFactor: 1 } }],
    meshes: [
      {
        primitives: [
          {
            attributes: { POSITION: 0, NORMAL: 1, _FEATURE_ID_0: 2, _WALL: 3, _STOREYS: 4 },
            indices: 5,
            material: 0,
            extensions: {
              EXT_mesh_features: { featureIds: [{ featureCount: features.length, attribute: 0, propertyTable: 0 }] },
            },
          },
        ],
      },
    ],
    accessors,
    bufferViews: buffers.views,
    buffers: bufferList,
  };
  return packGlb(json, binary);
}
