import { z } from 'zod';
import { SHELTER_HAZARDS } from '../city/hazard.ts';

/** `true` designated, `false` stated as not designated, `null` the source does not say. */
const flagSchema = z.boolean().nullable();

/** Properties of a shelter as stored in `shelters.geojson`. */
export const shelterPropertiesSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  address: z.string().nullable(),
  /** Class under GB 51143 §3.1.4, or `null` when the source has none. */
  shelterClass: z.enum(['emergency', 'fixedShort', 'fixedMedium', 'fixedLong', 'central']).nullable(),
  hazards: z.object(
    Object.fromEntries(SHELTER_HAZARDS.map((hazard) => [hazard, flagSchema])) as Record<
      (typeof SHELTER_HAZARDS)[number],
      typeof flagSchema
    >,
  ),
  capacityPeople: z.number().nonnegative().nullable(),
  areaSquareMeters: z.number().nonnegative().nullable(),
  dataset: z.string(),
  source: z.record(z.string(), z.unknown()),
});

/** A shelter: Point in degrees (longitude, latitude); polygons keep their ring in `site`. */
export const shelterSchema = z.object({
  type: z.literal('Feature'),
  geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
  properties: shelterPropertiesSchema,
});
export type Shelter = z.infer<typeof shelterSchema>;
export const shelterCollectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(shelterSchema),
});
