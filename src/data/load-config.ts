import { type Config, DEFAULT_CONFIG, parseConfig } from '../core/city/config.ts';
import type { Issue } from '../core/city/issue.ts';
import { type FetchOptions, nameOfUrl } from './fetch-body.ts';
import { loadJson } from './load-json.ts';

/** Loads the settings of the deployment; the app always gets some, with the issue that says why they are defaults. */
export async function loadConfig(
  url: string,
  options: FetchOptions = {},
): Promise<{ config: Config; issues: Issue[] }> {
  const json = await loadJson(url, options);
  const config = json.ok ? parseConfig(json.value, nameOfUrl(url)) : json;
  return config.ok ? { config: config.value, issues: [] } : { config: DEFAULT_CONFIG, issues: [config.issue] };
}
