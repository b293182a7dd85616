import { z } from 'zod';
import type { GltfDocument } from './gltf-document.ts';
import { composeMatrix, type Matrix4 } from './matrix4.ts';

const instancingSchema = z.object({ attributes: z.record(z.string(), z.number()) });
const instanceFeaturesSchema = z.object({
  featureIds: z.array(z.object({ attribute: z.number().optional(), propertyTable: z.number().optional() })),
});

/** The copies of a mesh that a node places. */
export interface Instances {
  placements: { matrix: Matrix4; featureId: number | null }[];
  propertyTable: number | undefined;
}

/**
 * Reads the instances of a node (EXT_mesh_gpu_instancing) with their feature ids (EXT_instance_features).
 * @returns `null` when the node places its mesh once.
 */
export function readInstances(
  document: GltfDocument,
  extensions: Readonly<Record<string, unknown>> | undefined,
): Instances | null {
  if (!extensions?.EXT_mesh_gpu_instancing) return null;
  const { attributes } = instancingSchema.parse(extensions.EXT_mesh_gpu_instancing);
  const read = (name: string) => {
    const accessor = attributes[name];
    return accessor === undefined ? null : document.accessor(accessor);
  };
  const [shift, rotation, scale] = [read('TRANSLATION'), read('ROTATION'), read('SCALE')];
  const first = shift ?? rotation ?? scale;
  const count = first ? first.values.length / first.width : 0;
  const features = extensions.EXT_instance_features
    ? instanceFeaturesSchema.parse(extensions.EXT_instance_features).featureIds
    : [];
  const set = features.find((each) => each.propertyTable !== undefined) ?? features[0];
  const ids = set?.attribute === undefined ? null : read(`_FEATURE_ID_${set.attribute}`);
  const placements = Array.from({ length: count }, (_, nth) => {
    const part = (of: typeof shift, standard: number[]) =>
      of ? [...of.values.subarray(nth * of.width, (nth + 1) * of.width)] : standard;
    return {
      matrix: composeMatrix(part(shift, [0, 0, 0]), part(rotation, [0, 0, 0, 1]), part(scale, [1, 1, 1])),
      featureId: set ? Math.round(ids?.values[nth] ?? nth) : null,
    };
  });
  return { placements, propertyTable: set?.propertyTable };
}
