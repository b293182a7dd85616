import { z } from 'zod';

const positionSchema = z.tuple([z.number(), z.number()]).rest(z.number());

/** A community (社区) with its resident population; MultiPolygon in degrees. */
export const communitySchema = z.object({
  type: z.literal('Feature'),
  geometry: z.object({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(z.array(positionSchema).min(4)).min(1)).min(1),
  }),
  properties: z.object({
    id: z.string(),
    name: z.string().nullable(),
    population: z.number().nonnegative().nullable(),
    dataset: z.string(),
    source: z.record(z.string(), z.unknown()),
  }),
});
export type Community = z.infer<typeof communitySchema>;
export const communityCollectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(communitySchema),
});
