import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Extent, TilesetEntry } from '../../src/core/city/city-manifest.ts';
import { encodeTable } from '../tables/write-table.ts';
import { buildTileset } from '../tiling/build-tileset.ts';
import type { AssembledTable } from './assemble-rows.ts';
import { LAYER_FILES, type PackageContents } from './package-layers.ts';
import type { BuildContext } from './progress.ts';
import type { PartialPackage } from './target-folder.ts';

/** GeoJSON text with one feature a line, so that two packages can be compared line by line. */
function formatCollection(features: readonly unknown[]): string {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`;
}

/** Writes the vector layers that the recipe has datasets for. */
export async function writeLayers(contents: PackageContents, folder: string): Promise<void> {
  for (const kind of Object.keys(LAYER_FILES) as (keyof typeof LAYER_FILES)[]) {
    if (!contents.entries.some((entry) => entry.kind === kind)) continue;
    await writeFile(path.join(folder, LAYER_FILES[kind]), formatCollection(contents[kind]));
  }
}

/** How this package's tiles are made, beyond the elements themselves. */
export interface TilingOptions {
  projectCrs: string;
  /** Base of extruded footprints without a base height; the recipe's ground height. */
  groundHeightMeters?: number;
}

async function writeOwnTileset(
  table: AssembledTable,
  contents: PackageContents,
  tiling: TilingOptions,
  partial: PartialPackage,
  context: BuildContext,
): Promise<TilesetEntry[]> {
  const taken = contents.adopted.some((dataset) => dataset.id === table.name);
  const id = taken ? `${table.name}-built` : table.name;
  const options = { ...tiling, outFolder: path.join(partial.folder, id), rows: table.own.rows };
  const files = await partial.runStep(id, context, async (stepContext) => {
    return (await buildTileset(table.own.elements, options, stepContext)).files;
  });
  if (files.length === 0) return [];
  return [
    {
      id,
      table: table.name,
      datasetIds: table.own.datasetIds,
      uri: `${id}/tileset.json`,
      rowLookup: 'row',
      absentContents: [],
    },
  ];
}

async function writeAdoptedIndex(
  dataset: PackageContents['adopted'][number],
  numbers: readonly number[],
  folder: string,
): Promise<TilesetEntry> {
  const rowOf = (element: number) => (element < 0 ? -1 : (numbers[element] ?? -1));
  const uris = Object.keys(dataset.contents).sort();
  const contents = Object.fromEntries(uris.map((uri) => [uri, dataset.contents[uri]!.map(rowOf)]));
  const indexUri = `${dataset.id}.index.json`;
  await writeFile(path.join(folder, indexUri), `${JSON.stringify({ contents })}\n`);
  return {
    id: dataset.id,
    table: dataset.table,
    datasetIds: [dataset.id],
    uri: `${dataset.id}/tileset.json`,
    rowLookup: 'index',
    indexUri,
    absentContents: dataset.absentContents,
  };
}

/**
 * Writes a table as `<name>.parquet` with the tilesets that show its rows.
 * @returns Entries of those tilesets for the manifest, our own first.
 */
export async function writeTableAndTiles(
  table: AssembledTable,
  contents: PackageContents,
  tiling: TilingOptions,
  partial: PartialPackage,
  context: BuildContext,
): Promise<TilesetEntry[]> {
  context.progress(`${table.name}.parquet`, 0, table.rows.length);
  await writeFile(path.join(partial.folder, `${table.name}.parquet`), encodeTable(table.rows));
  const entries: TilesetEntry[] = [];
  if (table.own.elements.length > 0) {
    entries.push(...(await writeOwnTileset(table, contents, tiling, partial, context)));
  }
  for (const dataset of contents.adopted.filter((each) => each.table === table.name)) {
    context.signal.throwIfAborted();
    const numbers = table.adoptedRows.get(dataset.id) ?? [];
    entries.push(await writeAdoptedIndex(dataset, numbers, partial.folder));
  }
  return entries;
}

function* positionsOf(contents: PackageContents): Generator<readonly number[]> {
  for (const { geometry } of [...contents.zones, ...contents.communities]) {
    for (const polygon of geometry.coordinates) yield* polygon[0] ?? [];
  }
  for (const { geometry } of [...contents.shelters, ...contents.facilities]) yield geometry.coordinates;
  for (const { geometry } of contents.pipes) for (const line of geometry.coordinates) yield* line;
}

/**
 * Extent of a package: that of its table rows, so that opening it shows the city even where a hazard layer reaches
 * far beyond; of its vector layers when it has no rows.
 * @returns West, south, east, north in degrees, or `null` when there is nothing at all.
 */
export function measureExtent(tables: readonly AssembledTable[], contents: PackageContents): Extent | null {
  const extent: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const include = (west: number, south: number, east: number, north: number) => {
    extent[0] = Math.min(extent[0], west);
    extent[1] = Math.min(extent[1], south);
    extent[2] = Math.max(extent[2], east);
    extent[3] = Math.max(extent[3], north);
  };
  for (const { rows } of tables) for (const row of rows) include(row.xmin, row.ymin, row.xmax, row.ymax);
  if (extent[0] > extent[2]) for (const [x = 0, y = 0] of positionsOf(contents)) include(x, y, x, y);
  return extent[0] > extent[2] ? null : extent;
}
