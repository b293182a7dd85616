import { z } from 'zod';
import { datasetKindSchema, heightDatumSchema, localizedTextSchema } from './city-manifest.ts';
import { SHELTER_HAZARDS } from './hazard.ts';

/** Normalised attribute names that a recipe may map source fields to. */
export const ATTRIBUTE_NAMES = [
  'id',
  'name',
  'address',
  'use',
  'structure',
  'codeLevel',
  'yearBuilt',
  'storeysAbove',
  'storeysBelow',
  'height',
  'groundFloorHeight',
  'footprintArea',
  'floorArea',
  'peopleDay',
  'peopleNight',
  'value',
] as const;
export type AttributeName = (typeof ATTRIBUTE_NAMES)[number];

/** Names that `attributes` of a dataset may use, by kind; kinds that no reader knows yet are not listed. */
export const ATTRIBUTE_NAMES_BY_KIND: Readonly<Record<string, readonly string[]>> = {
  buildings: ATTRIBUTE_NAMES,
  infrastructure: ATTRIBUTE_NAMES,
  zones: [
    ...['id', 'name', 'hazard', 'level', 'intensity', 'intensityUnit', 'returnPeriod', 'strategy', 'requirements'],
    ...['responsible', 'validFrom', 'validTo', 'status', 'reviewer', 'note'],
  ],
  shelters: ['id', 'name', 'address', 'shelterClass', 'capacity', 'area', 'lon', 'lat', ...SHELTER_HAZARDS],
  communities: ['id', 'name', 'population'],
  facilities: ['id', 'name', 'kind', 'lon', 'lat'],
  pipes: ['id', 'name', 'pipeClass', 'diameter', 'material', 'depth', 'yearBuilt'],
};

/** Source field, source field with a map from source value to normalised value, or one constant for every record. */
const attributeSourceSchema = z.union([
  z.string(),
  z.object({ value: z.union([z.string(), z.number()]) }),
  z.object({ field: z.string(), map: z.record(z.string(), z.union([z.string(), z.number()])).optional() }),
]);

export type AttributeSource = z.infer<typeof attributeSourceSchema>;

/** One dataset of a recipe. Attribute names beyond ATTRIBUTE_NAMES serve zones, shelters and communities. */
const recipeDatasetSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  kind: datasetKindSchema,
  source: z.union([z.string(), z.array(z.string()).min(1)]),
  crs: z.string().optional(),
  heightDatum: heightDatumSchema.optional(),
  title: localizedTextSchema.optional(),
  attributes: z.record(z.string(), attributeSourceSchema).optional(),
  licence: z.string().optional(),
  attribution: z.string().optional(),
  /** Accept data outside the area of use of its CRS. */
  force: z.boolean().optional(),
});
export type RecipeDataset = z.infer<typeof recipeDatasetSchema>;

/** Stated assumptions; wherever one reaches, the value is marked assumed. */
const assumptionsSchema = z.object({
  storeyHeightMeters: z.number().positive().optional(),
  /** People per 1,000 m² of floor area, by normalised use, day and night. */
  peoplePer1000SquareMeters: z
    .record(z.string(), z.object({ day: z.number().nonnegative(), night: z.number().nonnegative() }))
    .optional(),
});
export type Assumptions = z.infer<typeof assumptionsSchema>;

/** The recipe of a city package (contract: version 1). */
export const recipeSchema = z.object({
  version: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: localizedTextSchema,
  projectCrs: z.string(),
  crs: z.string().optional(),
  heightDatum: heightDatumSchema.optional(),
  /** Ground height for cities without terrain whose buildings carry no base height, metres above the ellipsoid. */
  groundHeightMeters: z.number().optional(),
  surveyDate: z.string().optional(),
  licence: z.string().optional(),
  attribution: z.string().optional(),
  classification: z.enum(['public', 'internal', 'sensitive']).optional(),
  mapReviewNumber: z.string().optional(),
  synthetic: z.boolean().optional(),
  assumptions: assumptionsSchema.optional(),
  datasets: z.array(recipeDatasetSchema).min(1),
});
export type Recipe = z.infer<typeof recipeSchema>;
