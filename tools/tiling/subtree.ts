import { z } from 'zod';
import type { ImplicitTiling } from './tileset-json.ts';

const availabilitySchema = z.object({
  constant: z.number().optional(),
  bitstream: z.number().optional(),
  bufferView: z.number().optional(),
});
type Availability = z.infer<typeof availabilitySchema>;

const subtreeSchema = z.object({
  buffers: z.array(z.object({ uri: z.string().optional(), byteLength: z.number() })).optional(),
  bufferViews: z.array(z.object({ buffer: z.number(), byteOffset: z.number(), byteLength: z.number() })).optional(),
  tileAvailability: availabilitySchema,
  contentAvailability: z.union([z.array(availabilitySchema), availabilitySchema]).optional(),
  childSubtreeAvailability: availabilitySchema,
});

/** Place of a tile in an implicit tree; `z` is 0 in a quadtree. */
export interface ImplicitCoordinates {
  level: number;
  x: number;
  y: number;
  z: number;
}

/** Which tiles of one subtree exist. Levels and Morton indices count from the root of the subtree. */
export interface Subtree {
  tile(level: number, morton: number): boolean;
  /** How many of the tile's contents exist, by the number of the template. */
  content(level: number, morton: number, template: number): boolean;
  child(morton: number): boolean;
}

const SUBTREE_MAGIC = 0x74627573;

function parts(bytes: Uint8Array): { json: unknown; binary: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== SUBTREE_MAGIC) {
    return { json: JSON.parse(Buffer.from(bytes).toString('utf8')), binary: new Uint8Array() };
  }
  const jsonLength = Number(view.getBigUint64(8, true));
  const binaryLength = Number(view.getBigUint64(16, true));
  if (24 + jsonLength + binaryLength > bytes.length) throw new RangeError(`${bytes.length} bytes`);
  const json = JSON.parse(Buffer.from(bytes.subarray(24, 24 + jsonLength)).toString('utf8'));
  return { json, binary: bytes.subarray(24 + jsonLength, 24 + jsonLength + binaryLength) };
}

/**
 * Reads a subtree of implicit tiling (3D Tiles 1.1 §6.9): availability as bit streams or constants, binary or JSON
 * form, buffers inside or beside the file. Throws a RangeError, SyntaxError or ZodError when broken.
 */
export function readSubtree(
  bytes: Uint8Array,
  tiling: ImplicitTiling,
  resolve: (uri: string) => Uint8Array | null,
): Subtree {
  const { json, binary } = parts(bytes);
  const subtree = subtreeSchema.parse(json);
  const dimensions = tiling.subdivisionScheme === 'OCTREE' ? 8 : 4;
  const test = (availability: Availability | undefined, index: number): boolean => {
    if (!availability) return false;
    if (availability.constant !== undefined) return availability.constant === 1;
    const view = subtree.bufferViews?.[availability.bitstream ?? availability.bufferView ?? -1];
    const buffer = subtree.buffers?.[view?.buffer ?? -1];
    if (!view || !buffer) throw new RangeError('availability without bits');
    const source = buffer.uri === undefined ? binary : resolve(buffer.uri);
    const byte = source?.[view.byteOffset + (index >> 3)];
    if (byte === undefined || index >> 3 >= view.byteLength) throw new RangeError(`availability bit ${index}`);
    return ((byte >> (index & 7)) & 1) === 1;
  };
  const firstOfLevel = (level: number) => (dimensions ** level - 1) / (dimensions - 1);
  const contents = subtree.contentAvailability === undefined ? [] : [subtree.contentAvailability].flat();
  return {
    tile: (level, morton) => test(subtree.tileAvailability, firstOfLevel(level) + morton),
    content: (level, morton, template) => test(contents[template], firstOfLevel(level) + morton),
    child: (morton) => test(subtree.childSubtreeAvailability, morton),
  };
}
