import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalog, CityManifest } from '../../src/core/city/city-manifest.ts';
import { parseCatalog } from '../../src/core/city/parse-city.ts';
import { readJsonFile } from './read-json-file.ts';
import { MANIFEST_FILE, readPackage } from './read-package.ts';

const CATALOG_FILE = 'catalog.json';

async function readCities(tilesFolder: string): Promise<Catalog['cities']> {
  const json = await readJsonFile(path.join(tilesFolder, CATALOG_FILE));
  const catalog = json.ok ? parseCatalog(json.value) : json;
  return catalog.ok ? catalog.value.cities : [];
}

/**
 * Enters a finished package into the catalog of its folder. The order is kept, new cities go to the end, and
 * generated cities stand behind real ones, because the app opens the first; entries whose package is gone are dropped.
 * @param tilesFolder Folder that holds the packages.
 * @param folderName Name of the package's folder in it.
 */
export async function updateCatalog(
  tilesFolder: string,
  city: Pick<CityManifest, 'id' | 'name'>,
  folderName: string,
): Promise<void> {
  const entry = { id: city.id, name: city.name, manifest: `${folderName}/${MANIFEST_FILE}` };
  const cities = await readCities(tilesFolder);
  const known = cities.some((each) => each.manifest === entry.manifest);
  const merged = known ? cities.map((each) => (each.manifest === entry.manifest ? entry : each)) : [...cities, entry];
  const real: Catalog['cities'] = [];
  const generated: Catalog['cities'] = [];
  for (const each of merged) {
    const found = await readPackage(path.join(tilesFolder, path.dirname(each.manifest)));
    if (found.ok) (found.value.synthetic ? generated : real).push(each);
  }
  const catalog: Catalog = { catalogVersion: 1, cities: [...real, ...generated] };
  const file = path.join(tilesFolder, CATALOG_FILE);
  await writeFile(`${file}.partial`, `${JSON.stringify(catalog, null, 1)}\n`);
  await rename(`${file}.partial`, file);
}
