import { z } from 'zod';

/** West, south, east, north in radians, lowest and highest metres above the ellipsoid. */
const regionSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);
export type TileRegion = z.infer<typeof regionSchema>;

/** A tile of a tileset that this program builds: regions only, explicit children, one content. */
export interface BuiltTile {
  boundingVolume: { region: TileRegion };
  geometricError: number;
  content?: { uri: string } | undefined;
  children?: BuiltTile[] | undefined;
}

const tileSchema: z.ZodType<BuiltTile> = z.object({
  boundingVolume: z.object({ region: regionSchema }),
  geometricError: z.number().nonnegative(),
  content: z.object({ uri: z.string() }).optional(),
  get children() {
    return z.array(tileSchema).optional();
  },
});

/** `tileset.json` as this program builds it (3D Tiles 1.1). */
export const builtTilesetSchema = z.object({
  asset: z.object({ version: z.literal('1.1') }),
  geometricError: z.number().nonnegative(),
  root: tileSchema,
});
