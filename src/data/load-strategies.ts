import type { Outcome } from '../core/city/issue.ts';
import { parseStrategyLibrary, type StrategyLibrary } from '../core/zones/strategy-library.ts';
import { type FetchOptions, nameOfUrl } from './fetch-body.ts';
import { loadJson } from './load-json.ts';

/** Loads the strategy library of the deployment. Errors: those of `loadJson` and of `parseStrategyLibrary`. */
export async function loadStrategies(url: string, options: FetchOptions = {}): Promise<Outcome<StrategyLibrary>> {
  const json = await loadJson(url, options);
  return json.ok ? parseStrategyLibrary(json.value, nameOfUrl(url)) : json;
}
