import { z } from 'zod';

/**
 * Kinds of critical facility: those whose loss endangers life or the response (城市生命线与应急保障设施), after the
 * facilities of priority fortification in GB 50223-2008 clauses 4–6 and OpenStreetMap words for them.
 */
export const FACILITY_KINDS = [
  'hospital',
  'school',
  'fireStation',
  'police',
  'government',
  'care',
  'power',
  'water',
  'communication',
  'fuel',
  'transport',
  'other',
] as const;
export type FacilityKind = (typeof FACILITY_KINDS)[number];

/** A critical facility as stored in `facilities.geojson`: Point in degrees (longitude, latitude). */
export const facilitySchema = z.object({
  type: z.literal('Feature'),
  geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
  properties: z.object({
    id: z.string(),
    name: z.string().nullable(),
    kind: z.enum(FACILITY_KINDS),
    /** Dataset id of the package. */
    dataset: z.string(),
    /** Source attributes, untouched. */
    source: z.record(z.string(), z.unknown()),
  }),
});
export type Facility = z.infer<typeof facilitySchema>;
