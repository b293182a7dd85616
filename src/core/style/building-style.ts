import { z } from 'zod';

/** How buildings are coloured: as they are, by the highest level of the zones they lie in, or by a column of the city table. */
export const buildingStyleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plain') }),
  z.object({ kind: z.literal('zoneLevel') }),
  /** `column`: a normalised column of the city table, e.g. `use`, `storeysAbove`. */
  z.object({ kind: z.literal('column'), column: z.string() }),
]);
export type BuildingStyle = z.infer<typeof buildingStyleSchema>;

export const PLAIN_STYLE: BuildingStyle = { kind: 'plain' };
