import { z } from 'zod';

/** Version of the package layout this code writes; see `parseCityManifest` for older and newer ones. */
export const PACKAGE_VERSION = 1;

/** Text in the two languages of the product. */
export const localizedTextSchema = z.object({ zh: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/** Kinds of dataset that a recipe may name. */
export const DATASET_KINDS = [
  'buildings',
  'infrastructure',
  'pipes',
  'network',
  'zones',
  'shelters',
  'communities',
  'facilities',
  'landuse',
  'water',
  'terrain',
  'raster',
  'sensors',
] as const;
export const datasetKindSchema = z.enum(DATASET_KINDS);
export type DatasetKind = z.infer<typeof datasetKindSchema>;

/** How the heights of the source relate to the ellipsoid the scene draws on. */
export const heightDatumSchema = z.union([
  z.enum(['ellipsoidal', 'EGM96', 'unknown']),
  z.string().regex(/^EPSG:\d+$/),
  z.object({ offsetMeters: z.number() }),
]);
export type HeightDatum = z.infer<typeof heightDatumSchema>;

/** West, south, east, north in degrees, WGS 84 / CGCS2000 longitude and latitude. */
export const extentSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Extent = z.infer<typeof extentSchema>;

/** What the app reads of one dataset of the recipe. */
export const datasetSchema = z.object({
  id: z.string(),
  kind: datasetKindSchema,
  title: localizedTextSchema,
  /** Source files, relative to the recipe; never absolute paths of the machine that built. */
  sources: z.array(z.string()),
  /** Source CRS as declared by the file or the recipe, e.g. `EPSG:28992`. */
  crs: z.string(),
  heightDatum: heightDatumSchema,
  /** How orthometric heights were brought to the ellipsoid; absent when nothing was converted. */
  heightConversion: z.string().optional(),
  /** Records that arrived in the package. */
  count: z.number().int().nonnegative(),
  /** Vector file of the package (`zones.geojson`), when the kind has one. */
  file: z.string().optional(),
  licence: z.string().optional(),
  attribution: z.string().optional(),
});
export type DatasetEntry = z.infer<typeof datasetSchema>;

/** One 3D Tiles tileset of the package and how its features lead to table rows. */
export const tilesetEntrySchema = z.object({
  id: z.string(),
  /** Name of the table its rows are in: `buildings`, `infrastructure`, … */
  table: z.string(),
  datasetIds: z.array(z.string()),
  /** `tileset.json` relative to city.json. */
  uri: z.string(),
  /** `row`: every feature has the property `row`. `index`: (content URI, feature id) → row in `indexUri`. */
  rowLookup: z.enum(['row', 'index']),
  indexUri: z.string().optional(),
  /** Contents that the source names but does not have. */
  absentContents: z.array(z.string()).default([]),
});
export type TilesetEntry = z.infer<typeof tilesetEntrySchema>;

export const tableEntrySchema = z.object({ file: z.string(), rows: z.number().int().nonnegative() });

/**
 * The ground as everything that is laid on it sees it, and as the scene draws it when the package has no terrain: a regular grid of ellipsoidal heights
 * (metres, row 0 = north, west to east), interpolated bilinearly and held constant beyond its edge.
 * `rule` says where it comes from; a grid of 1 × 1 is a flat ground at its stated height.
 */
export const groundSurfaceSchema = z.object({
  rule: z.enum(['stated', 'derived-from-bases', 'derived-from-terrain', 'none']),
  extent: extentSchema,
  columns: z.number().int().positive(),
  rows: z.number().int().positive(),
  ellipsoidalHeightsMeters: z.array(z.number()),
});
export type GroundSurface = z.infer<typeof groundSurfaceSchema>;

/** Counted issues of one code with the first few places, told in both languages. */
export const issueCountSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  count: z.number().int().positive(),
  text: localizedTextSchema,
  /** First places, e.g. `zones.geojson, row 12`; the list is cut, the count is not. */
  examples: z.array(z.string()),
});
export type IssueCount = z.infer<typeof issueCountSchema>;

/** Assumption or derivation rule that reached values of the package. */
export const derivationRuleSchema = z.object({
  id: z.string(),
  standing: z.enum(['derived', 'assumed']),
  text: localizedTextSchema,
  /** Rows whose values carry it. */
  count: z.number().int().nonnegative(),
});
export type DerivationRule = z.infer<typeof derivationRuleSchema>;

/** `city.json`: the manifest of one city package. */
export const cityManifestSchema = z.object({
  packageVersion: z.literal(PACKAGE_VERSION),
  id: z.string(),
  name: localizedTextSchema,
  /** Planar CRS for areas, figures and displayed coordinates, e.g. `EPSG:4547`. */
  projectCrs: z.string(),
  heightDatum: heightDatumSchema,
  extent: extentSchema,
  surveyDate: z.string().optional(),
  licence: z.string().optional(),
  attribution: z.string().optional(),
  classification: z.enum(['public', 'internal', 'sensitive']).optional(),
  mapReviewNumber: z.string().optional(),
  /** True for generated data: the app labels the city 演示数据（合成）. */
  synthetic: z.boolean().default(false),
  ground: groundSurfaceSchema,
  /** Quantized-mesh terrain; `uri` is its folder relative to city.json, ending in `/`. */
  terrain: z.object({ uri: z.string(), datasetId: z.string() }).optional(),
  datasets: z.array(datasetSchema),
  tilesets: z.array(tilesetEntrySchema),
  tables: z.record(z.string(), tableEntrySchema),
  rules: z.array(derivationRuleSchema),
  issues: z.array(issueCountSchema),
  /** sha-256 (hex) and bytes of every other file of the package, by path relative to city.json. */
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number().int().nonnegative() })),
  tool: z.object({ name: z.string(), version: z.string() }),
  /** sha-256 over recipe and inputs: equal inputs and tool version give equal packages. */
  inputHash: z.string(),
});
export type CityManifest = z.infer<typeof cityManifestSchema>;

/** `tiles/catalog.json`: which cities there are; the app opens the first. */
export const catalogSchema = z.object({
  catalogVersion: z.literal(1),
  cities: z.array(
    z.object({
      id: z.string(),
      name: localizedTextSchema,
      /** `city.json` relative to catalog.json. */
      manifest: z.string(),
    }),
  ),
});
export type Catalog = z.infer<typeof catalogSchema>;

/** `*.index.json` of an adopted tileset: row of each feature id, per content URI; -1 = no row. */
export const tileIndexSchema = z.object({
  contents: z.record(z.string(), z.array(z.number().int())),
});
export type TileIndex = z.infer<typeof tileIndexSchema>;
