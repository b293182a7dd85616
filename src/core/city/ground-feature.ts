import { z } from 'zod';

/** Use of a land area as the base map tells it apart; GB/T 21010 and GB 50137 classes and OpenStreetMap words lead here. */
export const LAND_USES = [
  'residential',
  'commercial',
  'industrial',
  'public',
  'education',
  'health',
  'transport',
  'utility',
  'green',
  'plaza',
  'farmland',
  'forest',
  'vacant',
  'other',
] as const;
export type LandUse = (typeof LAND_USES)[number];

/** Class of a way, from the widest to the narrowest; rail and metro last. */
export const WAY_CLASSES = ['motorway', 'arterial', 'collector', 'local', 'path', 'rail', 'metro'] as const;
export type WayClass = (typeof WAY_CLASSES)[number];

const positionSchema = z.tuple([z.number(), z.number()]).rest(z.number());
const areaGeometry = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(positionSchema).min(4)).min(1)).min(1),
});
const base = {
  id: z.string(),
  name: z.string().nullable(),
  /** Dataset id of the package. */
  dataset: z.string(),
  /** Source attributes, untouched. */
  source: z.record(z.string(), z.unknown()),
};

/** A piece of land with its use; MultiPolygon in degrees, rings closed, exterior counter-clockwise. */
export const landAreaSchema = z.object({
  type: z.literal('Feature'),
  geometry: areaGeometry,
  properties: z.object({ ...base, landUse: z.enum(LAND_USES) }),
});
export type LandArea = z.infer<typeof landAreaSchema>;

/** A body of water; geometry as a land area's. */
export const waterAreaSchema = z.object({
  type: z.literal('Feature'),
  geometry: areaGeometry,
  properties: z.object(base),
});
export type WaterArea = z.infer<typeof waterAreaSchema>;

/** A street, path or railway; MultiLineString in degrees along its middle. */
export const waySchema = z.object({
  type: z.literal('Feature'),
  geometry: z.object({
    type: z.literal('MultiLineString'),
    coordinates: z.array(z.array(positionSchema).min(2)).min(1),
  }),
  properties: z.object({
    ...base,
    wayClass: z.enum(WAY_CLASSES),
    /** As the source states it; null = unknown. */
    widthMeters: z.number().positive().nullable(),
  }),
});
export type Way = z.infer<typeof waySchema>;

/** What the base map of a city is drawn from. */
export interface GroundFeatures {
  landuse: readonly LandArea[];
  water: readonly WaterArea[];
  network: readonly Way[];
}
