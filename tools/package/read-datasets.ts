import path from 'node:path';
import type { DatasetEntry, HeightDatum, LocalizedText } from '../../src/core/city/city-manifest.ts';
import type { Outcome } from '../../src/core/city/issue.ts';
import type { RecipeDataset } from '../../src/core/city/recipe.ts';
import { readAttribute } from '../elements/read-attribute.ts';
import { isTilesetSource, readElements } from '../elements/read-elements.ts';
import { type LayerFeatures, type LayerKind, readVectorLayer } from '../layers/read-layer.ts';
import { readTerrain } from '../terrain/read-terrain.ts';
import { adoptTileset } from '../tiling/adopt-tileset.ts';
import { type LoadedRecipe, resolveSources, sourceName } from './load-recipe.ts';
import { LAYER_FILES, type PackageContents, type TableName, TERRAIN_FILE } from './package-layers.ts';
import type { BuildContext } from './progress.ts';

const TITLES: Partial<Record<RecipeDataset['kind'], LocalizedText>> = {
  buildings: { zh: '建筑', en: 'Buildings' },
  infrastructure: { zh: '基础设施', en: 'Infrastructure' },
  zones: { zh: '风险分区', en: 'Risk zones' },
  shelters: { zh: '避难场所', en: 'Shelters' },
  communities: { zh: '社区', en: 'Communities' },
  facilities: { zh: '重要设施', en: 'Critical facilities' },
  terrain: { zh: '地形', en: 'Terrain' },
  landuse: { zh: '用地', en: 'Land use' },
  water: { zh: '水域', en: 'Water' },
  network: { zh: '道路与轨道', en: 'Streets and rail' },
  pipes: { zh: '地下管线', en: 'Underground pipes' },
};

/** Warns of fields that the recipe maps and no record fills; coordinates of CSV are no attributes. */
function reportAbsentFields(
  dataset: RecipeDataset,
  records: readonly Record<string, unknown>[],
  context: BuildContext,
): void {
  for (const [name, mapping] of Object.entries(dataset.attributes ?? {})) {
    if (name === 'lon' || name === 'lat' || (typeof mapping === 'object' && 'value' in mapping)) continue;
    if (records.some((record) => readAttribute(record, mapping, []) !== undefined)) continue;
    const values = { name, field: typeof mapping === 'string' ? mapping : mapping.field };
    context.report({ code: 'attribute.fieldAbsent', severity: 'warning', place: { layer: dataset.id }, values });
  }
}

interface Told {
  count: number;
  crs: string;
  heightDatum: HeightDatum;
  heightConversion?: string | undefined;
  files: readonly string[];
  file?: string;
}

function describeDataset(dataset: RecipeDataset, loaded: LoadedRecipe, told: Told): DatasetEntry {
  const licence = dataset.licence ?? loaded.recipe.licence;
  const attribution = dataset.attribution ?? loaded.recipe.attribution;
  return {
    id: dataset.id,
    kind: dataset.kind,
    title: dataset.title ?? TITLES[dataset.kind] ?? { zh: dataset.id, en: dataset.id },
    sources: told.files.map((file) => (path.isAbsolute(file) ? sourceName(file, loaded) : file)),
    crs: told.crs,
    heightDatum: told.heightDatum,
    ...(told.heightConversion === undefined ? {} : { heightConversion: told.heightConversion }),
    count: told.count,
    ...(told.file === undefined ? {} : { file: told.file }),
    ...(licence === undefined ? {} : { licence }),
    ...(attribution === undefined ? {} : { attribution }),
  };
}

/** Earth-centred coordinates of 3D Tiles (OGC 22-025r4 §6.7.1.4). */
const TILES_CRS = 'EPSG:4978';

async function adoptDataset(
  dataset: RecipeDataset,
  table: TableName,
  loaded: LoadedRecipe,
  folder: string,
  context: BuildContext,
  into: PackageContents,
): Promise<Outcome<null>> {
  const sources = await resolveSources(dataset, loaded);
  if (!sources.ok) return sources;
  const [tilesetFile, another] = sources.value;
  if (tilesetFile === undefined || another !== undefined) {
    return { ok: false, issue: { code: 'dataset.severalTilesets', severity: 'error', place: { layer: dataset.id } } };
  }
  const options = {
    projectCrs: loaded.recipe.projectCrs,
    outFolder: path.join(folder, dataset.id),
    dataset,
    kind: table,
  };
  const adopted = await adoptTileset(tilesetFile, options, context);
  if (!adopted.ok) return adopted;
  for (const issue of adopted.value.inherited) context.report(issue);
  reportAbsentFields(
    dataset,
    adopted.value.elements.map((element) => element.source),
    context,
  );
  into.adopted.push({ id: dataset.id, table, ...adopted.value });
  into.entries.push(
    describeDataset(dataset, loaded, {
      count: adopted.value.elements.length,
      crs: TILES_CRS,
      heightDatum: dataset.heightDatum ?? loaded.recipe.heightDatum ?? 'ellipsoidal',
      files: sources.value,
    }),
  );
  return { ok: true, value: null };
}

async function readBuilt(
  dataset: RecipeDataset,
  table: TableName,
  loaded: LoadedRecipe,
  context: BuildContext,
  into: PackageContents,
): Promise<Outcome<null>> {
  const read = await readElements(dataset, loaded, context);
  if (!read.ok) return read;
  reportAbsentFields(
    dataset,
    read.value.elements.map((element) => element.source),
    context,
  );
  into.built.push({ table, datasetId: dataset.id, elements: read.value.elements });
  into.entries.push(describeDataset(dataset, loaded, { ...read.value, count: read.value.elements.length }));
  return { ok: true, value: null };
}

/** A vector layer has no heights of its own: its datum is the one stated, else unknown. */
function describeLayer(
  dataset: RecipeDataset & { kind: keyof typeof LAYER_FILES },
  loaded: LoadedRecipe,
  read: {
    features: readonly { properties: { source: Record<string, unknown> } }[];
    crs: string;
    files: readonly string[];
  },
  context: BuildContext,
): DatasetEntry {
  reportAbsentFields(
    dataset,
    read.features.map((feature) => feature.properties.source),
    context,
  );
  return describeDataset(dataset, loaded, {
    count: read.features.length,
    crs: read.crs,
    heightDatum: dataset.heightDatum ?? loaded.recipe.heightDatum ?? 'unknown',
    files: read.files,
    file: LAYER_FILES[dataset.kind],
  });
}

async function readLayer<K extends LayerKind>(
  kind: K,
  dataset: RecipeDataset,
  loaded: LoadedRecipe,
  context: BuildContext,
  into: PackageContents,
): Promise<Outcome<null>> {
  const read = await readVectorLayer(kind, dataset, loaded, context);
  if (!read.ok) return read;
  const features = into[kind] as LayerFeatures[K][];
  for (const feature of read.value.features) features.push(feature);
  into.entries.push(describeLayer({ ...dataset, kind }, loaded, read.value, context));
  return { ok: true, value: null };
}

function isLayerKind(kind: RecipeDataset['kind']): kind is LayerKind {
  return Object.hasOwn(LAYER_FILES, kind);
}

async function readElevation(
  dataset: RecipeDataset,
  loaded: LoadedRecipe,
  context: BuildContext,
  into: PackageContents,
): Promise<Outcome<null>> {
  const place = { layer: dataset.id };
  if (into.terrain) return { ok: false, issue: { code: 'terrain.severalSources', severity: 'error', place } };
  const read = await readTerrain(dataset, loaded, context);
  if (!read.ok) return read;
  const { elevation, cells, frame, files } = read.value;
  into.terrain = { datasetId: dataset.id, elevation };
  const { source, heightDatum, heightConversion } = frame;
  into.entries.push(
    describeDataset(dataset, loaded, {
      count: cells,
      crs: source.code,
      heightDatum,
      heightConversion,
      files,
      file: TERRAIN_FILE,
    }),
  );
  return { ok: true, value: null };
}

async function readDataset(
  dataset: RecipeDataset,
  loaded: LoadedRecipe,
  folder: string,
  context: BuildContext,
  into: PackageContents,
): Promise<Outcome<null>> {
  const { kind } = dataset;
  if (kind === 'buildings' || kind === 'infrastructure') {
    return isTilesetSource(dataset)
      ? adoptDataset(dataset, kind, loaded, folder, context, into)
      : readBuilt(dataset, kind, loaded, context, into);
  }
  if (kind === 'terrain') return readElevation(dataset, loaded, context, into);
  if (isLayerKind(kind)) return readLayer(kind, dataset, loaded, context, into);
  context.report({ code: 'dataset.unsupported', severity: 'warning', place: { layer: dataset.id }, values: { kind } });
  return { ok: true, value: null };
}

/**
 * Reads every dataset of a recipe in its order; adopted tilesets are copied into the package folder on the way.
 * @param folder Folder of the package being written.
 * Errors: the first dataset that is refused, with the code of its reader; `dataset.severalTilesets`.
 * Reports: `dataset.unsupported` for kinds that this version does not import, `attribute.fieldAbsent`.
 */
export async function readDatasets(
  loaded: LoadedRecipe,
  folder: string,
  context: BuildContext,
): Promise<Outcome<PackageContents>> {
  const contents: PackageContents = {
    entries: [],
    built: [],
    adopted: [],
    zones: [],
    shelters: [],
    communities: [],
    facilities: [],
    landuse: [],
    water: [],
    network: [],
    pipes: [],
    terrain: null,
  };
  for (const dataset of loaded.recipe.datasets) {
    context.signal.throwIfAborted();
    context.progress(`${dataset.id} (${dataset.kind})`, 0, null);
    const read = await readDataset(dataset, loaded, folder, context, contents);
    if (!read.ok) return read;
  }
  return { ok: true, value: contents };
}
