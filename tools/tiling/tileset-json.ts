import { z } from 'zod';

const numbers = z.array(z.number());

/** Bounding volume of a tile: region (radians, metres), box or sphere (metres in the coordinates of the tile). */
const boundingVolumeSchema = z.object({
  region: numbers.length(6).optional(),
  box: numbers.length(12).optional(),
  sphere: numbers.length(4).optional(),
});
/** Bounding volume as stated; none of the three for an S2 cell. */
export type BoundingVolume = z.infer<typeof boundingVolumeSchema>;

/** A content; version 1.0 of the early drafts wrote `url`. */
const contentSchema = z.object({ uri: z.string().optional(), url: z.string().optional() });

const implicitTilingSchema = z.object({
  subdivisionScheme: z.enum(['QUADTREE', 'OCTREE']),
  subtreeLevels: z.number().int().positive(),
  availableLevels: z.number().int().positive(),
  subtrees: z.object({ uri: z.string() }),
});
/** How the tiles below a tile are laid out without being listed. */
export type ImplicitTiling = z.infer<typeof implicitTilingSchema>;

const tileFields = {
  boundingVolume: boundingVolumeSchema,
  geometricError: z.number(),
  refine: z.string().optional(),
  transform: numbers.length(16).optional(),
  content: contentSchema.optional(),
  contents: z.array(contentSchema).optional(),
  implicitTiling: implicitTilingSchema.optional(),
};

/** One tile of a tileset.json. */
export interface TileJson extends z.infer<z.ZodObject<typeof tileFields>> {
  children?: TileJson[] | undefined;
}

const tileSchema: z.ZodType<TileJson> = z.object({
  ...tileFields,
  get children() {
    return z.array(tileSchema).optional();
  },
});

/** The parts of tileset.json (3D Tiles 1.0 and 1.1) that are read here. */
export const tilesetJsonSchema = z.object({
  asset: z.object({ version: z.string() }),
  geometricError: z.number(),
  root: tileSchema,
});
/** tileset.json as read here. */
export type TilesetJson = z.infer<typeof tilesetJsonSchema>;
