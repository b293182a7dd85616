import path from 'node:path';
import type { Community } from '../../src/core/city/community.ts';
import type { Facility } from '../../src/core/city/facility.ts';
import type { LandArea, WaterArea, Way } from '../../src/core/city/ground-feature.ts';
import type { Outcome } from '../../src/core/city/issue.ts';
import type { Pipe } from '../../src/core/city/pipe.ts';
import type { RecipeDataset } from '../../src/core/city/recipe.ts';
import type { Shelter } from '../../src/core/evacuation/shelter.ts';
import { normaliseNumber } from '../../src/core/formats/normalise-number.ts';
import { parseGeojson } from '../../src/core/formats/parse-geojson.ts';
import type { Zone } from '../../src/core/zones/zone.ts';
import { readAttribute, textOf } from '../elements/read-attribute.ts';
import { parseCsvPoints } from '../formats/csv-points.ts';
import { readBytes } from '../formats/read-bytes.ts';
import { readShapefile } from '../formats/shapefile.ts';
import { type LoadedRecipe, resolveSources, sourceName } from '../package/load-recipe.ts';
import type { BuildContext } from '../package/progress.ts';
import { buildFacilities } from './build-facilities.ts';
import { buildLandAreas, buildWaterAreas, buildWays } from './build-ground.ts';
import { buildPipes } from './build-pipes.ts';
import { buildShelters } from './build-shelters.ts';
import { findRecordId } from './find-record-id.ts';
import type { LayerFile, LayerRecords, ReadLayer } from './layer-record.ts';
import { placePolygons } from './place-polygons.ts';
import { readPlateauRecords } from './plateau-records.ts';
import { FLAG_COLUMNS } from './shelter-flags.ts';
import { readZoneProperties } from './zone-properties.ts';

function mappedColumn(dataset: RecipeDataset, name: string): string | undefined {
  const mapping = dataset.attributes?.[name];
  return typeof mapping === 'string' ? mapping : mapping && 'field' in mapping ? mapping.field : undefined;
}

async function readRecords(file: LayerFile): Promise<Outcome<LayerRecords>> {
  const ending = path.extname(file.path).toLowerCase();
  const { report } = file.context;
  if (ending === '.shp') return readShapefile(file.path, file.place, report);
  if (ending === '.gml') return readPlateauRecords(file);
  const bytes = await readBytes(file.path, file.place);
  if (!bytes.ok) return bytes;
  if (ending === '.csv') {
    const mapped = { lon: mappedColumn(file.dataset, 'lon'), lat: mappedColumn(file.dataset, 'lat') };
    const points = parseCsvPoints(bytes.value, mapped, Object.values(FLAG_COLUMNS).flat(), file.place, report);
    if (!points.ok) return points;
    const { records, degrees } = points.value;
    return { ok: true, value: { records, crs: null, ...(degrees ? { implied: 'EPSG:4326' } : {}) } };
  }
  const parsed = parseGeojson(new TextDecoder().decode(bytes.value), file.place, report);
  return parsed.ok ? { ok: true, value: { ...parsed.value, implied: 'EPSG:4326' } } : parsed;
}

type Built<T> = Outcome<{ features: T[]; crs: string }>;

async function readLayer<T>(
  dataset: RecipeDataset,
  loaded: LoadedRecipe,
  context: BuildContext,
  build: (read: LayerRecords, file: LayerFile) => Built<T>,
): Promise<Outcome<ReadLayer<T>>> {
  const paths = await resolveSources(dataset, loaded);
  if (!paths.ok) return paths;
  const layer: ReadLayer<T> = { features: [], crs: '', files: [] };
  for (const [index, absolute] of paths.value.entries()) {
    if (context.signal.aborted) return { ok: false, issue: { code: 'aborted', severity: 'error', place: {} } };
    context.progress(`read ${dataset.id}`, index, paths.value.length);
    const name = sourceName(absolute, loaded);
    const file: LayerFile = { place: { file: name, layer: dataset.id }, path: absolute, dataset, loaded, context };
    const records = await readRecords(file);
    if (!records.ok) return records;
    const built = build(records.value, file);
    if (!built.ok) return built;
    for (const feature of built.value.features) layer.features.push(feature);
    layer.crs ||= built.value.crs;
    layer.files.push(name);
  }
  if (layer.features.length > 0) return { ok: true, value: layer };
  const place = { file: layer.files[0] ?? '', layer: dataset.id };
  return { ok: false, issue: { code: 'dataset.empty', severity: 'error', place } };
}

function buildZones(read: LayerRecords, file: LayerFile): Built<Zone> {
  const placed = placePolygons(read, file);
  if (!placed.ok) return placed;
  const features = placed.value.placed.map(({ record, place, coordinates }): Zone => {
    const properties = readZoneProperties(record, findRecordId(record, file), place, file);
    return { type: 'Feature', geometry: { type: 'MultiPolygon', coordinates }, properties };
  });
  return { ok: true, value: { features, crs: placed.value.crs } };
}

const COMMUNITY_FIELDS = {
  name: ['name', '名称', '社区名称', '社区'],
  population: ['population', 'pop', '人口', '常住人口', '人口数'],
} as const;

function buildCommunities(read: LayerRecords, file: LayerFile): Built<Community> {
  const placed = placePolygons(read, file);
  if (!placed.ok) return placed;
  const features = placed.value.placed.map(({ record, place, coordinates }): Community => {
    const find = (name: keyof typeof COMMUNITY_FIELDS) =>
      readAttribute(record.properties, file.dataset.attributes?.[name], COMMUNITY_FIELDS[name]);
    const found = find('population');
    const reading = normaliseNumber(found?.value);
    const population = reading.kind === 'number' && reading.value >= 0 ? reading.value : null;
    if (found && population === null) {
      const values = { field: found.field ?? 'population', value: String(found.value).slice(0, 40) };
      file.context.report({ code: 'attribute.notNumber', severity: 'warning', place, values });
    }
    const id = findRecordId(record, file);
    return {
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates },
      properties: { id, name: textOf(find('name')), population, dataset: file.dataset.id, source: record.properties },
    };
  });
  return { ok: true, value: { features, crs: placed.value.crs } };
}

/** Features by the kind of their dataset. */
export interface LayerFeatures {
  zones: Zone;
  shelters: Shelter;
  facilities: Facility;
  communities: Community;
  landuse: LandArea;
  water: WaterArea;
  network: Way;
  pipes: Pipe;
}
export type LayerKind = keyof LayerFeatures;

const BUILDERS: { [K in LayerKind]: (read: LayerRecords, file: LayerFile) => Built<LayerFeatures[K]> } = {
  zones: buildZones,
  shelters: buildShelters,
  facilities: buildFacilities,
  communities: buildCommunities,
  landuse: buildLandAreas,
  water: buildWaterAreas,
  network: buildWays,
  pipes: buildPipes,
};

/**
 * Reads a vector layer of the given kind from GeoJSON or Shapefile into longitude, latitude (degrees); zones also from
 * PLATEAU CityGML, shelters also from CSV.
 * Errors: `source.absent`, `file.unreadable`, those of the format, of CRS and placement; `csv.noCoordinates`;
 * `dataset.empty`; `aborted`.
 */
export function readVectorLayer<K extends LayerKind>(
  kind: K,
  dataset: RecipeDataset,
  loaded: LoadedRecipe,
  context: BuildContext,
): Promise<Outcome<ReadLayer<LayerFeatures[K]>>> {
  return readLayer<LayerFeatures[K]>(dataset, loaded, context, BUILDERS[kind]);
}
