/// <reference path="./draco3d.d.ts" />
import draco3d from 'draco3d';
import type { AccessorValues } from './gltf-document.ts';

/** Geometry of one Draco-compressed primitive. */
export interface DracoGeometry {
  indices: Uint32Array;
  /** Values of each asked attribute, by its glTF name. */
  attributes: Map<string, AccessorValues>;
}

/**
 * Decodes one compressed mesh (KHR_draco_mesh_compression).
 * @param attributes glTF attribute name → unique id in the Draco data. Throws a RangeError when malformed.
 */
export type DracoReader = (bytes: Uint8Array, attributes: Readonly<Record<string, number>>) => DracoGeometry;

type DracoModule = Awaited<ReturnType<typeof draco3d.createDecoderModule>>;

function decode(module: DracoModule, bytes: Uint8Array, attributes: Readonly<Record<string, number>>): DracoGeometry {
  const decoder = new module.Decoder();
  const buffer = new module.DecoderBuffer();
  const mesh = new module.Mesh();
  const corner = new module.DracoInt32Array();
  try {
    buffer.Init(new Int8Array(bytes), bytes.length);
    const status = decoder.DecodeBufferToMesh(buffer, mesh);
    if (!status.ok()) throw new RangeError(status.error_msg());
    const indices = new Uint32Array(mesh.num_faces() * 3);
    for (let face = 0; face < mesh.num_faces(); face += 1) {
      decoder.GetFaceFromMesh(mesh, face, corner);
      for (let part = 0; part < 3; part += 1) indices[face * 3 + part] = corner.GetValue(part);
    }
    const decoded = new Map<string, AccessorValues>();
    for (const [name, id] of Object.entries(attributes)) {
      const attribute = decoder.GetAttributeByUniqueId(mesh, id);
      const values = new module.DracoFloat32Array();
      decoder.GetAttributeFloatForAllPoints(mesh, attribute, values);
      const width = attribute.num_components();
      decoded.set(name, {
        values: Float64Array.from({ length: mesh.num_points() * width }, (_, at) => values.GetValue(at)),
        width,
      });
      module.destroy(values);
    }
    return { indices, attributes: decoded };
  } catch (error) {
    // Damaged data makes the decoder trap in ways of its own; all of them mean the same.
    throw new RangeError(`Draco: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    for (const object of [corner, mesh, buffer, decoder]) module.destroy(object);
  }
}

let module: Promise<DracoModule> | null = null;

/** Loads the Draco decoder once. */
export async function createDracoReader(): Promise<DracoReader> {
  module ??= draco3d.createDecoderModule({});
  const loaded = await module;
  return (bytes, attributes) => decode(loaded, bytes, attributes);
}
