import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Outcome } from '../../src/core/city/issue.ts';
import { hashFile, listFilesBelow } from './hash-files.ts';
import { type LoadedRecipe, resolveSources, sourceName } from './load-recipe.ts';

/** PLATEAU keeps code lists in a folder beside the data or up to three levels above it. */
async function listCodeLists(folder: string): Promise<string[]> {
  for (const above of ['.', '..', '../..', '../../..']) {
    const lists = path.resolve(folder, above, 'codelists');
    const names = await listFilesBelow(lists).catch(() => null);
    if (names) return names.map((name) => path.join(lists, name));
  }
  return [];
}

/** What a source file brings along: a tileset its whole folder, a Shapefile its companions, CityGML its code lists. */
async function listInputs(file: string): Promise<string[]> {
  const folder = path.dirname(file);
  if (file.endsWith('tileset.json')) {
    return (await listFilesBelow(folder)).map((name) => path.join(folder, name));
  }
  const extension = path.extname(file).toLowerCase();
  if (extension === '.shp') {
    const stem = path.basename(file, path.extname(file));
    const names = (await listFilesBelow(folder)).filter((name) => name.startsWith(`${stem}.`));
    return names.map((name) => path.join(folder, name));
  }
  if (extension === '.gml' || extension === '.xml') return [file, ...(await listCodeLists(folder))];
  return [file];
}

/**
 * Hash of everything a package is made from: the recipe as read and each source file by name and content.
 * @returns sha-256 in hex; equal for equal inputs wherever the recipe lies.
 * Errors: `source.absent` as `resolveSources`.
 */
export async function hashInputs(loaded: LoadedRecipe): Promise<Outcome<string>> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify(loaded.recipe));
  for (const dataset of loaded.recipe.datasets) {
    const sources = await resolveSources(dataset, loaded);
    if (!sources.ok) return sources;
    for (const source of sources.value) {
      for (const file of await listInputs(source)) {
        const { sha256, bytes } = await hashFile(file);
        hash.update(`\n${dataset.id} ${sourceName(file, loaded)} ${bytes} ${sha256}`);
      }
    }
  }
  return { ok: true, value: hash.digest('hex') };
}
