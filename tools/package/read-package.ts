import path from 'node:path';
import type { CityManifest } from '../../src/core/city/city-manifest.ts';
import type { Outcome } from '../../src/core/city/issue.ts';
import { parseCityManifest } from '../../src/core/city/parse-city.ts';
import { readJsonFile } from './read-json-file.ts';

/** Name of the manifest in a package folder. */
export const MANIFEST_FILE = 'city.json';

/**
 * Reads the manifest of a package folder.
 * Errors: those of `readJsonFile` and `parseCityManifest`, with the path of the manifest.
 */
export async function readPackage(folder: string): Promise<Outcome<CityManifest>> {
  const file = path.join(folder, MANIFEST_FILE);
  const json = await readJsonFile(file);
  return json.ok ? parseCityManifest(json.value, file) : json;
}
