import type { HeightDatum } from '../../src/core/city/city-manifest.ts';
import type { Outcome } from '../../src/core/city/issue.ts';
import type { RecipeDataset } from '../../src/core/city/recipe.ts';
import { parseGeojson } from '../../src/core/formats/parse-geojson.ts';
import { measurePlanArea } from '../../src/core/geometry/plan-area.ts';
import { readBytes } from '../formats/read-bytes.ts';
import { readShapefile } from '../formats/shapefile.ts';
import { type LoadedRecipe, resolveSources, sourceName } from '../package/load-recipe.ts';
import type { BuildContext } from '../package/progress.ts';
import type { CityElement } from './city-element.ts';
import { readCityJsonElements } from './cityjson-elements.ts';
import { combineElements } from './combine-elements.ts';
import type { ElementBatch, PlacedElement, SourceFile } from './element-batch.ts';
import { foldParts } from './fold-parts.ts';
import { buildFootprintElements } from './footprint-elements.ts';

/** The elements of one dataset, ids unique, in the order of files and records; everything metric in the project CRS. */
export interface ReadElements {
  elements: CityElement[];
  /** CRS of the source (of the first file). */
  crs: string;
  heightDatum: HeightDatum;
  /** How orthometric heights were brought to the ellipsoid; absent when nothing was converted. */
  heightConversion?: string;
  /** Source files, relative to the recipe. */
  files: string[];
}

/** Tells adopted 3D Tiles (a source that ends in `tileset.json`) from sources that are read into elements. */
export function isTilesetSource(dataset: RecipeDataset): boolean {
  const sources = typeof dataset.source === 'string' ? [dataset.source] : dataset.source;
  return sources.some((source) => /(^|[/\\])[^/\\]*tileset\.json$/i.test(source));
}

function looksLikeCityJson(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 65_536));
  if (/"type"\s*:\s*"CityJSON"/.test(head)) return true;
  // Writers may put the type after the objects.
  if (/"CityObjects"\s*:/.test(head)) return true;
  return /"type"\s*:\s*"CityJSON"/.test(new TextDecoder().decode(bytes.subarray(-4096)));
}

async function readFileElements(path: string, file: SourceFile): Promise<Outcome<ElementBatch>> {
  const { report } = file.context;
  if (/\.shp$/i.test(path)) {
    const shapes = await readShapefile(path, file.place, report);
    return shapes.ok ? buildFootprintElements(shapes.value, undefined, file) : shapes;
  }
  const bytes = await readBytes(path, file.place);
  if (!bytes.ok) return bytes;
  if (looksLikeCityJson(bytes.value)) return readCityJsonElements(bytes.value, file);
  const features = parseGeojson(new TextDecoder().decode(bytes.value), file.place, report);
  return features.ok ? buildFootprintElements(features.value, 'EPSG:4326', file) : features;
}

/**
 * Reads a dataset of buildings or infrastructure from CityJSON 1.0–2.0, GeoJSON footprints (recognised by
 * content) or Shapefile footprints.
 * Problems of single records are reported and counted; the first file that cannot be used at all refuses the dataset.
 * Errors: `source.absent`, `file.unreadable`, `json.*`, `geojson.*`, `cityjson.*`, `shapefile.*`, `crs.*`, each with file and layer;
 * `dataset.empty` when nothing usable was found; `aborted`.
 */
export async function readElements(
  dataset: RecipeDataset,
  loaded: LoadedRecipe,
  context: BuildContext,
): Promise<Outcome<ReadElements>> {
  const paths = await resolveSources(dataset, loaded);
  if (!paths.ok) return paths;
  const kind: CityElement['kind'] = dataset.kind === 'infrastructure' ? 'infrastructure' : 'buildings';
  const files = paths.value.map((path) => sourceName(path, loaded));
  const records: PlacedElement[] = [];
  let first: ElementBatch | null = null;
  for (const [index, path] of paths.value.entries()) {
    if (context.signal.aborted) return { ok: false, issue: { code: 'aborted', severity: 'error', place: {} } };
    context.progress(`read ${dataset.id}`, index, paths.value.length);
    const place = { file: files[index]!, layer: dataset.id };
    const batch = await readFileElements(path, { place, kind, dataset, loaded, context });
    if (!batch.ok) return batch;
    first ??= batch.value;
    for (const record of batch.value.elements) records.push(record);
  }
  context.progress(`read ${dataset.id}`, paths.value.length, paths.value.length);
  const elements = foldParts(combineElements(records, context), context).map((record) => record.element);
  if (!first || elements.length === 0) {
    const issue = { code: 'dataset.empty', severity: 'error' as const, place: { file: files[0]!, layer: dataset.id } };
    return { ok: false, issue };
  }
  for (const element of elements) {
    const area = measurePlanArea(element.footprint);
    element.attributes.footprintAreaSquareMeters = area > 0 ? area : null;
  }
  const { frame } = first;
  return {
    ok: true,
    value: {
      elements,
      crs: frame.source.code,
      heightDatum: frame.heightDatum,
      ...(frame.heightConversion ? { heightConversion: frame.heightConversion } : {}),
      files,
    },
  };
}
