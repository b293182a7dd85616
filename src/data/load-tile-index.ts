import { type TileIndex, tileIndexSchema } from '../core/city/city-manifest.ts';
import type { Outcome } from '../core/city/issue.ts';
import { type FetchOptions, nameOfUrl } from './fetch-body.ts';
import { loadJson } from './load-json.ts';

/** Loads the index that leads from the features of an adopted tileset to table rows. Errors: those of `loadJson`, `index.badShape`. */
export async function loadTileIndex(url: string, options: FetchOptions = {}): Promise<Outcome<TileIndex>> {
  const json = await loadJson(url, options);
  if (!json.ok) return json;
  const parsed = tileIndexSchema.safeParse(json.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const first = parsed.error.issues[0];
  const values = { path: first?.path.join('.') || '.', detail: first?.message ?? '' };
  return { ok: false, issue: { code: 'index.badShape', severity: 'error', place: { file: nameOfUrl(url) }, values } };
}
