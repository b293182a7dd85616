import type { Catalog } from '../core/city/city-manifest.ts';
import type { Outcome } from '../core/city/issue.ts';
import { parseCatalog } from '../core/city/parse-city.ts';
import { type FetchOptions, nameOfUrl } from './fetch-body.ts';
import { loadJson } from './load-json.ts';

/** Loads the list of cities. Errors: those of `loadJson` and `parseCatalog`. */
export async function loadCatalog(url: string, options: FetchOptions = {}): Promise<Outcome<Catalog>> {
  const json = await loadJson(url, options);
  return json.ok ? parseCatalog(json.value, nameOfUrl(url)) : json;
}
