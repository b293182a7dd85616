import type { z } from 'zod';
import type { Issue } from '../core/city/issue.ts';
import { type FetchOptions, nameOfUrl } from './fetch-body.ts';
import { loadJson } from './load-json.ts';

/** A small vector layer of a package: the records that are sound, and what was wrong with the rest. */
export interface LoadedLayer<T> {
  records: T[];
  issues: Issue[];
}

function readFeatures(json: unknown): unknown[] | null {
  const features = typeof json === 'object' && json !== null ? (json as Record<string, unknown>).features : null;
  return Array.isArray(features) ? features : null;
}

/**
 * Loads a vector layer record by record: a broken file gives an empty layer and an issue, a broken record is left out
 * and named, and the city opens all the same.
 * Issues: those of `loadJson`, `layer.notCollection`, `layer.badRecord` (row from 1; values `path`, `detail`).
 */
export async function loadLayer<T>(
  url: string,
  layer: string,
  schema: z.ZodType<T>,
  options: FetchOptions,
): Promise<LoadedLayer<T>> {
  const file = nameOfUrl(url);
  const json = await loadJson(url, options);
  if (!json.ok) return { records: [], issues: [{ ...json.issue, place: { ...json.issue.place, layer } }] };
  const features = readFeatures(json.value);
  if (!features) {
    return { records: [], issues: [{ code: 'layer.notCollection', severity: 'error', place: { file, layer } }] };
  }
  const loaded: LoadedLayer<T> = { records: [], issues: [] };
  features.forEach((feature, index) => {
    const parsed = schema.safeParse(feature);
    if (parsed.success) {
      loaded.records.push(parsed.data);
      return;
    }
    const first = parsed.error.issues[0];
    loaded.issues.push({
      code: 'layer.badRecord',
      severity: 'error',
      place: { file, layer, row: index + 1 },
      values: { path: first?.path.join('.') || '.', detail: first?.message ?? '' },
    });
  });
  return loaded;
}
