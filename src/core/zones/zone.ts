import { z } from 'zod';
import { ZONE_HAZARDS } from '../city/hazard.ts';

const positionSchema = z.tuple([z.number(), z.number()]).rest(z.number());
const polygonSchema = z.array(z.array(positionSchema).min(4)).min(1);

/** Properties of a risk zone as stored in `zones.geojson` (package contract, "Zones"). */
export const zonePropertiesSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  hazard: z.enum(ZONE_HAZARDS),
  /** Absent level = unrated, drawn grey. */
  level: z.enum(['red', 'orange', 'yellow', 'blue']).optional(),
  intensity: z.object({ value: z.number(), unit: z.string() }).optional(),
  returnPeriodYears: z.number().positive().optional(),
  strategy: z.string().optional(),
  requirements: z.array(z.string()).optional(),
  responsible: z.string().optional(),
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
  status: z.enum(['draft', 'reviewed', 'approved']).optional(),
  reviewer: z.string().optional(),
  note: z.string().optional(),
  /** Dataset id of the package. */
  dataset: z.string(),
  /** Source attributes, untouched. */
  source: z.record(z.string(), z.unknown()),
});

/** A risk zone: MultiPolygon in degrees (longitude, latitude), exterior counter-clockwise, holes clockwise, closed rings. */
export const zoneSchema = z.object({
  type: z.literal('Feature'),
  geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(polygonSchema).min(1) }),
  properties: zonePropertiesSchema,
});
export type Zone = z.infer<typeof zoneSchema>;
export const zoneCollectionSchema = z.object({ type: z.literal('FeatureCollection'), features: z.array(zoneSchema) });
