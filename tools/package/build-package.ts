import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CityManifest, DatasetEntry, DerivationRule } from '../../src/core/city/city-manifest.ts';
import { PACKAGE_VERSION } from '../../src/core/city/city-manifest.ts';
import type { Outcome } from '../../src/core/city/issue.ts';
import { createProjection, type Projection } from '../../src/core/crs/projection.ts';
import { describeRule } from '../elements/derivation-rules.ts';
import { deriveAttributes } from '../elements/derive-attributes.ts';
import { derivePeople } from '../elements/derive-people.ts';
import { seatElements } from '../elements/seat-elements.ts';
import { buildTerrain } from '../terrain/build-terrain.ts';
import { deriveGround, sampleGround } from '../terrain/ground-surface.ts';
import { type AssembledTable, assembleRows } from './assemble-rows.ts';
import { updateCatalog } from './catalog.ts';
import { hashFile, listFilesBelow } from './hash-files.ts';
import { hashInputs } from './input-hash.ts';
import { createIssueCollector } from './issue-collector.ts';
import { type LoadedRecipe, loadRecipe } from './load-recipe.ts';
import { makeIdsUnique } from './make-ids-unique.ts';
import { type PackageContents, TABLES, TERRAIN_FILE } from './package-layers.ts';
import type { BuildContext } from './progress.ts';
import { readDatasets } from './read-datasets.ts';
import { MANIFEST_FILE } from './read-package.ts';
import { inspectTarget, openPartialPackage, type PartialPackage } from './target-folder.ts';
import { TOOL } from './tool-version.ts';
import { measureExtent, writeLayers, writeTableAndTiles } from './write-package.ts';

export interface BuildOptions {
  /** Folder of the package; `<tilesFolder>/<recipe id>` when absent. */
  out?: string;
  /** Where packages go by default; its catalog is kept. */
  tilesFolder: string;
  /** Replace another package at the target. */
  force: boolean;
}

export interface BuiltPackage {
  folder: string;
  manifest: CityManifest;
  /** False when the target already was this very package. */
  written: boolean;
}

function refuse(code: string, file: string): Outcome<never> {
  return { ok: false, issue: { code, severity: 'error', place: { file } } };
}

function deriveAll(
  contents: PackageContents,
  loaded: LoadedRecipe,
  projection: Projection,
  context: BuildContext,
): void {
  const { assumptions } = loaded.recipe;
  const elements = [...contents.built, ...contents.adopted].flatMap((dataset) => dataset.elements);
  for (const element of elements) deriveAttributes(element, assumptions);
  if (contents.terrain) seatElements(elements, contents.terrain.elevation, projection);
  const buildings = elements.filter((element) => element.kind === 'buildings');
  derivePeople(buildings, contents.communities, { projection, assumptions }, context);
  makeIdsUnique(contents.zones, 'zone.duplicateId', context);
  makeIdsUnique(contents.shelters, 'shelter.duplicateId', context);
  makeIdsUnique(contents.communities, 'community.duplicateId', context);
  makeIdsUnique(contents.pipes, 'pipe.duplicateId', context);
  for (const kind of ['landuse', 'water', 'network'] as const) {
    makeIdsUnique(contents[kind], 'ground.duplicateId', context);
  }
}

function countRules(tables: readonly AssembledTable[], loaded: LoadedRecipe): DerivationRule[] {
  const counts = new Map<string, number>();
  for (const { rows } of tables) {
    for (const row of rows) {
      const ids = new Set(Object.values(JSON.parse(row.derived) as Record<string, string>));
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, count]) => ({ id, ...describeRule(id, loaded.recipe.assumptions), count }));
}

/** Counts what arrived: rows of element datasets, features of layers. */
function countRecords(entries: readonly DatasetEntry[], tables: readonly AssembledTable[]): DatasetEntry[] {
  const counts = new Map<string, number>();
  for (const { rows } of tables) for (const row of rows) counts.set(row.dataset, (counts.get(row.dataset) ?? 0) + 1);
  return entries.map((entry) => (entry.file ? entry : { ...entry, count: counts.get(entry.id) ?? 0 }));
}

async function hashPackage(folder: string): Promise<CityManifest['files']> {
  const files: CityManifest['files'] = {};
  for (const name of await listFilesBelow(folder)) {
    if (name === MANIFEST_FILE || path.posix.basename(name).startsWith('.')) continue;
    files[name] = await hashFile(path.join(folder, name));
  }
  return files;
}

/** Statements that the recipe makes about the whole city, as far as it makes them. */
function copyStatements({ recipe }: LoadedRecipe) {
  const { surveyDate, licence, attribution, classification, mapReviewNumber } = recipe;
  const statements = { surveyDate, licence, attribution, classification, mapReviewNumber };
  return Object.fromEntries(Object.entries(statements).filter(([, value]) => value !== undefined));
}

async function composePackage(
  loaded: LoadedRecipe,
  projection: Projection,
  partial: PartialPackage,
  context: BuildContext,
): Promise<Outcome<Omit<CityManifest, 'issues' | 'files' | 'inputHash'>>> {
  const { recipe } = loaded;
  const read = await readDatasets(loaded, partial.folder, context);
  if (!read.ok) return read;
  const contents = read.value;
  deriveAll(contents, loaded, projection, context);
  const tables = TABLES.map((name) => assembleRows(name, contents, projection, context)).filter(
    (table) => contents.entries.some((entry) => entry.kind === table.name) && table.rows.length > 0,
  );
  const extent = measureExtent(tables, contents);
  if (!extent) return refuse('package.empty', recipe.id);
  const stated = recipe.groundHeightMeters;
  const tiling = { projectCrs: recipe.projectCrs, ...(stated === undefined ? {} : { groundHeightMeters: stated }) };
  const tilesets: CityManifest['tilesets'] = [];
  for (const table of tables) {
    context.signal.throwIfAborted();
    tilesets.push(...(await writeTableAndTiles(table, contents, tiling, partial, context)));
  }
  await writeLayers(contents, partial.folder);
  const elements = [...contents.built, ...contents.adopted].flatMap((dataset) => dataset.elements);
  const { terrain } = contents;
  const ground = terrain
    ? sampleGround(terrain.elevation, extent)
    : deriveGround(elements, {
        projectCrs: recipe.projectCrs,
        extent,
        ...(stated === undefined ? {} : { statedHeightMeters: stated }),
      });
  if (terrain) await buildTerrain(terrain.elevation, path.join(partial.folder, path.dirname(TERRAIN_FILE)), context);
  return {
    ok: true,
    value: {
      packageVersion: PACKAGE_VERSION,
      id: recipe.id,
      name: recipe.name,
      projectCrs: recipe.projectCrs,
      heightDatum: recipe.heightDatum ?? contents.entries[0]?.heightDatum ?? 'unknown',
      extent,
      ...copyStatements(loaded),
      synthetic: recipe.synthetic ?? false,
      ground,
      ...(terrain ? { terrain: { uri: `${path.dirname(TERRAIN_FILE)}/`, datasetId: terrain.datasetId } } : {}),
      datasets: countRecords(contents.entries, tables),
      tilesets,
      tables: Object.fromEntries(
        tables.map(({ name, rows }) => [name, { file: `${name}.parquet`, rows: rows.length }]),
      ),
      rules: countRules(tables, loaded),
      tool: TOOL,
    },
  };
}

/** Whether a package in this folder belongs into the catalog beside it: in a `tiles` folder or where a catalog is kept. */
function keepsCatalog(parent: string, tilesFolder: string): boolean {
  return (
    parent === path.resolve(tilesFolder) ||
    path.basename(parent) === 'tiles' ||
    existsSync(path.join(parent, 'catalog.json'))
  );
}

/**
 * Builds a city package from a recipe: reads the sources, derives what follows, writes tables, tiles and layers
 * beside the target and puts the whole folder in its place at the end (package contract, "Building a package").
 * @param recipeFile Path of the recipe.
 * @param context Progress and abort; issues of the data are reported to it as well as counted in the manifest.
 * @returns The package; `written` false when the target already was finished with the same inputs and tools.
 * Errors: those of the recipe and of the first refused dataset, `package.exists`, `package.foreignFolder`,
 * `package.beingBuilt`, `package.empty`.
 * Rejects when aborted: what was at the target is untouched, and the next build of the same inputs goes on.
 */
export async function buildPackage(
  recipeFile: string,
  options: BuildOptions,
  context: BuildContext,
): Promise<Outcome<BuiltPackage>> {
  const recipe = await loadRecipe(recipeFile);
  if (!recipe.ok) return recipe;
  const loaded = recipe.value;
  const projection = createProjection(loaded.recipe.projectCrs);
  if (!projection.ok) return projection;
  const hash = await hashInputs(loaded);
  if (!hash.ok) return hash;
  const identity = { inputHash: hash.value, toolVersion: TOOL.version };
  const folder = path.resolve(options.out ?? path.join(options.tilesFolder, loaded.recipe.id));
  const target = await inspectTarget(folder, identity, options.force);
  if (!target.ok) return target;
  if (target.value.state === 'upToDate') {
    return { ok: true, value: { folder, manifest: target.value.manifest, written: false } };
  }
  const issues = createIssueCollector();
  const report: BuildContext['report'] = (issue) => {
    issues.report(issue);
    context.report(issue);
  };
  for (const doubt of loaded.doubts ?? []) report(doubt);
  const opened = await openPartialPackage(folder, identity);
  if (!opened.ok) return opened;
  const partial = opened.value;
  const composed = await composePackage(loaded, projection.value, partial, { ...context, report });
  if (!composed.ok) {
    context.signal.throwIfAborted();
    await partial.discard();
    return composed;
  }
  const files = await hashPackage(partial.folder);
  const manifest = { ...composed.value, issues: issues.counts(), files, inputHash: hash.value };
  await writeFile(path.join(partial.folder, MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`);
  context.signal.throwIfAborted();
  await partial.finish();
  const parent = path.dirname(folder);
  if (keepsCatalog(parent, options.tilesFolder)) {
    const listed = await updateCatalog(parent, manifest, path.basename(folder));
    if (!listed.ok) {
      const { code, place } = listed.issue;
      context.report({ code: 'catalog.kept', severity: 'warning', place, values: { reason: code } });
    }
  }
  return { ok: true, value: { folder, manifest, written: true } };
}
