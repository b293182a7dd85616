import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalog, CityManifest } from '../../src/core/city/city-manifest.ts';
import type { Outcome } from '../../src/core/city/issue.ts';
import { parseCatalog } from '../../src/core/city/parse-city.ts';
import { readJsonFile } from './read-json-file.ts';
import { MANIFEST_FILE, readPackage } from './read-package.ts';

const CATALOG_FILE = 'catalog.json';

async function readCities(file: string): Promise<Outcome<Catalog['cities']>> {
  const json = await readJsonFile(file);
  if (!json.ok) return json.issue.code === 'file.absent' ? { ok: true, value: [] } : json;
  const catalog = parseCatalog(json.value, file);
  return catalog.ok ? { ok: true, value: catalog.value.cities } : catalog;
}

/**
 * Enters a finished package into the catalog of its folder. The order is kept, new cities go to the end, and
 * generated cities stand behind real ones, because the app opens the first; entries whose package is gone are dropped.
 * @param tilesFolder Folder that holds the packages.
 * @param folderName Name of the package's folder in it.
 * Errors: a catalog that is cut, of a newer version or not ours is left as it is, so that nothing is lost; the issue
 * is the reader's.
 */
export async function updateCatalog(
  tilesFolder: string,
  city: Pick<CityManifest, 'id' | 'name'>,
  folderName: string,
): Promise<Outcome<null>> {
  const file = path.join(tilesFolder, CATALOG_FILE);
  const entry = { id: city.id, name: city.name, manifest: `${folderName}/${MANIFEST_FILE}` };
  const read = await readCities(file);
  if (!read.ok) return read;
  const cities = read.value;
  const known = cities.some((each) => each.manifest === entry.manifest);
  const merged = known ? cities.map((each) => (each.manifest === entry.manifest ? entry : each)) : [...cities, entry];
  const real: Catalog['cities'] = [];
  const generated: Catalog['cities'] = [];
  for (const each of merged) {
    const found = await readPackage(path.join(tilesFolder, path.dirname(each.manifest)));
    if (found.ok) (found.value.synthetic ? generated : real).push(each);
  }
  const catalog: Catalog = { catalogVersion: 1, cities: [...real, ...generated] };
  await writeFile(`${file}.partial`, `${JSON.stringify(catalog, null, 1)}\n`);
  await rename(`${file}.partial`, file);
  return { ok: true, value: null };
}
