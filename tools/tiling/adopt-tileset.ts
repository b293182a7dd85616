import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Issue, Outcome } from '../../src/core/city/issue.ts';
import type { RecipeDataset } from '../../src/core/city/recipe.ts';
import { createProjection, type Projection } from '../../src/core/crs/projection.ts';
import type { CityElement } from '../elements/city-element.ts';
import type { BuildContext } from '../package/progress.ts';
import { copyTileset } from './copy-tileset.ts';
import { describeAdopted, type GatheredElement } from './describe-adopted.ts';
import { chooseIdField, type IdOf } from './guess-id-field.ts';
import { addressToPath, isFile } from './locate-file.ts';
import { placeTriangles } from './place-triangles.ts';
import { readTileContent } from './read-tile-content.ts';
import { findFillers, readSourceAttributes, type SourceAttributes } from './source-attributes.ts';
import type { TileContent } from './tile-content.ts';
import type { TilesetEntry } from './walk-state.ts';
import { walkTileset } from './walk-tileset.ts';

/** A tileset taken over as it is: copied, and told as elements. */
export interface AdoptedTileset {
  /** One per source id; features that share a source id are one element. */
  elements: CityElement[];
  /** Content URI (from the folder of the root tileset.json, decoded) → per feature id the index in `elements`, −1 = none. */
  contents: Record<string, number[]>;
  /** Contents that the source names but does not have. */
  absentContents: string[];
  /** What the source itself got wrong; not reported through the context. */
  inherited: Issue[];
  /** Files written, relative to the folder. */
  files: string[];
}

/** How a tileset is taken over. */
export interface AdoptTilesetOptions {
  projectCrs: string;
  /** Receives the copy; its root is `tileset.json`. */
  outFolder: string;
  dataset: RecipeDataset;
  kind: CityElement['kind'];
}

interface LoadedContent {
  uri: string;
  content: TileContent;
  entry: TilesetEntry;
}

async function loadContents(
  entries: readonly TilesetEntry[],
  rootFolder: string,
  inherited: Issue[],
  context: BuildContext,
): Promise<LoadedContent[]> {
  const loaded: LoadedContent[] = [];
  for (const [done, entry] of entries.entries()) {
    context.signal.throwIfAborted();
    context.progress('adopt', done, entries.length);
    const { uri, file } = entry;
    if (uri === null || file === null || entry.absent || /\.json$/i.test(file)) continue;
    const content = await readTileContent(readFileSync(file), uri, (beside) => {
      const path = join(dirname(file), addressToPath(beside));
      return !relative(rootFolder, path).startsWith('..') && isFile(path) ? readFileSync(path) : null;
    });
    if (content.ok) loaded.push({ uri, content: content.value, entry });
    else inherited.push(content.issue);
  }
  return loaded;
}

interface NumberedFeature {
  id: number;
  attributes: SourceAttributes;
  lookup: Record<string, unknown>;
}

function numberFeatures(loaded: readonly LoadedContent[], inherited: Issue[]): NumberedFeature[][] {
  const records = loaded.flatMap(({ content }) => content.features.map((feature) => feature.properties));
  const fillers = findFillers(records);
  for (const field of fillers.emptyColumns) {
    inherited.push({ code: 'tiles.emptyColumn', severity: 'note', place: {}, values: { field } });
  }
  return loaded.map(({ content }) =>
    content.features.map(({ id, properties }) => {
      const attributes = readSourceAttributes(properties, fillers);
      return { id, attributes, lookup: attributes.lookup };
    }),
  );
}

interface Gathering {
  elements: Map<string, GatheredElement>;
  /** Per content URI the element id of each feature id. */
  idsByContent: Map<string, Map<number, string>>;
}

function gatherContent(
  gathering: Gathering,
  { uri, content, entry }: LoadedContent,
  features: readonly NumberedFeature[],
  idOf: IdOf,
  projection: Projection,
  inherited: Issue[],
): void {
  const placed = placeTriangles(content, entry.transform, projection);
  if (!placed) inherited.push({ code: 'tiles.notOnEarth', severity: 'warning', place: { file: uri } });
  const ids = gathering.idsByContent.get(uri) ?? new Map<number, string>();
  gathering.idsByContent.set(uri, ids);
  let unnamed = 0;
  for (const feature of features) {
    const own = idOf(feature);
    if (own === null) unnamed += 1;
    const id = own ?? `${uri.replace(/\.[^./]+$/, '')}#${feature.id}`;
    const corners = placed?.get(feature.id) ?? [];
    const element = gathering.elements.get(id);
    if (element) for (const value of corners) element.corners.push(value);
    else gathering.elements.set(id, { id, attributes: feature.attributes, uri, feature: feature.id, corners });
    if (!content.ambiguousIds) ids.set(feature.id, id);
  }
  const [only] = features;
  const untold = features.length === 1 && only !== undefined && Object.keys(only.attributes.source).length === 0;
  if (unnamed > 0) {
    inherited.push({ code: untold ? 'tiles.noFeatures' : 'tiles.noId', severity: 'note', place: { file: uri } });
  }
  if (content.ambiguousIds) inherited.push({ code: 'tiles.compositeIds', severity: 'warning', place: { file: uri } });
}

function indexContents(gathering: Gathering): Record<string, number[]> {
  const indexOf = new Map([...gathering.elements.keys()].map((id, index) => [id, index]));
  const contents: Record<string, number[]> = {};
  for (const [uri, ids] of gathering.idsByContent) {
    const length = [...ids.keys()].reduce((most, id) => Math.max(most, id + 1), 0);
    contents[uri] = Array.from({ length }, (_, feature) => indexOf.get(ids.get(feature) ?? '') ?? -1);
  }
  return contents;
}

/**
 * Takes a 3D Tiles 1.0 or 1.1 tileset over: copies it byte for byte, reads what can be picked in its contents, and
 * makes one element per source id with footprint and heights from its mesh. Absent, cut and outdated contents are
 * named in `inherited`; the rest goes on. Elements of several tiles or levels of detail gather all their triangles.
 * Errors: `tiles.badTileset`, `crs.unknown`. Issues reported: those of `describeAdopted`.
 * Limits: instanced models, point clouds and vector tiles are copied but have no elements.
 */
export async function adoptTileset(
  tilesetFile: string,
  options: AdoptTilesetOptions,
  context: BuildContext,
): Promise<Outcome<AdoptedTileset>> {
  const projection = createProjection(options.projectCrs);
  if (!projection.ok) return projection;
  const walk = await walkTileset(tilesetFile);
  if (!walk.ok) return walk;
  const { entries, issues } = walk.value;
  const inherited = [...issues];
  const loaded = await loadContents(entries, dirname(tilesetFile), inherited, context);
  const features = numberFeatures(loaded, inherited);
  const idOf = chooseIdField(features.flat(), options.dataset);
  const gathering: Gathering = { elements: new Map(), idsByContent: new Map() };
  for (const [index, content] of loaded.entries()) {
    gatherContent(gathering, content, features[index] ?? [], idOf, projection.value, inherited);
  }
  const elements = [...gathering.elements.values()].map((gathered) =>
    describeAdopted(gathered, options.dataset, options.kind, context),
  );
  const files = await copyTileset(tilesetFile, walk.value, options.outFolder);
  const absentContents = entries.flatMap((entry) => (entry.absent && entry.uri !== null ? [entry.uri] : []));
  const named = inherited.map((issue) => ({ ...issue, place: { layer: options.dataset.id, ...issue.place } }));
  return { ok: true, value: { elements, contents: indexContents(gathering), absentContents, inherited: named, files } };
}
