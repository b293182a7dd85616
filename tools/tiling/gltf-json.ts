import { z } from 'zod';

const index = z.number().int().nonnegative();
const numbers = z.array(z.number());
const extensions = z.record(z.string(), z.unknown()).optional();

/** The parts of glTF 2.0 JSON that are read here; everything else passes by. */
export const gltfJsonSchema = z.object({
  asset: z.object({ version: z.string() }),
  scene: index.optional(),
  scenes: z.array(z.object({ nodes: z.array(index).optional() })).optional(),
  nodes: z
    .array(
      z.object({
        mesh: index.optional(),
        children: z.array(index).optional(),
        matrix: numbers.length(16).optional(),
        translation: numbers.length(3).optional(),
        rotation: numbers.length(4).optional(),
        scale: numbers.length(3).optional(),
        extensions,
      }),
    )
    .optional(),
  meshes: z
    .array(
      z.object({
        primitives: z.array(
          z.object({
            attributes: z.record(z.string(), index),
            indices: index.optional(),
            mode: z.number().int().optional(),
            extensions,
          }),
        ),
      }),
    )
    .optional(),
  accessors: z
    .array(
      z.object({
        bufferView: index.optional(),
        byteOffset: z.number().optional(),
        componentType: z.number(),
        normalized: z.boolean().optional(),
        count: index,
        type: z.string(),
        sparse: z
          .object({
            count: index,
            indices: z.object({ bufferView: index, byteOffset: z.number().optional(), componentType: z.number() }),
            values: z.object({ bufferView: index, byteOffset: z.number().optional() }),
          })
          .optional(),
      }),
    )
    .optional(),
  bufferViews: z
    .array(
      z.object({
        buffer: index,
        byteOffset: z.number().optional(),
        byteLength: z.number(),
        byteStride: z.number().optional(),
        extensions,
      }),
    )
    .optional(),
  buffers: z.array(z.object({ uri: z.string().optional(), byteLength: z.number() })).optional(),
  extensions,
});
/** glTF JSON as read here. */
export type GltfJson = z.infer<typeof gltfJsonSchema>;
/** One drawable piece of a mesh. */
export type GltfPrimitive = NonNullable<GltfJson['meshes']>[number]['primitives'][number];
