import type { z } from 'zod';
import type { CityManifest, DatasetKind } from '../core/city/city-manifest.ts';
import { type Community, communitySchema } from '../core/city/community.ts';
import type { Issue, Outcome } from '../core/city/issue.ts';
import { parseCityManifest } from '../core/city/parse-city.ts';
import { type Shelter, shelterSchema } from '../core/evacuation/shelter.ts';
import { type Zone, zoneSchema } from '../core/zones/zone.ts';
import { type FetchOptions, nameOfUrl } from './fetch-body.ts';
import { loadJson } from './load-json.ts';
import { type LoadedLayer, loadLayer } from './load-layer.ts';

/** A city as read from its package: manifest and small vector layers; tables stay behind the worker. */
export interface LoadedCity {
  manifest: CityManifest;
  /** Absolute URL of the package folder, ending in `/`. */
  baseUrl: string;
  zones: Zone[];
  shelters: Shelter[];
  communities: Community[];
}

/** Address of a file that is named relative to another, absolute when the other is. */
function resolveUrl(relative: string, base: string): string {
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(base);
  const origin = absolute ? base : new URL(base, globalThis.location.href).href;
  return new URL(relative, origin).href;
}

/**
 * Opens a city package: the manifest, then its zones, shelters and communities side by side. A layer that cannot be
 * read is empty and named among the issues; it never stops the city.
 * Errors (no city): those of `loadJson` and `parseCityManifest` for the manifest.
 */
export async function loadCity(
  manifestUrl: string,
  options: FetchOptions = {},
): Promise<Outcome<{ city: LoadedCity; issues: Issue[] }>> {
  const json = await loadJson(manifestUrl, options);
  if (!json.ok) return json;
  const parsed = parseCityManifest(json.value, nameOfUrl(manifestUrl));
  if (!parsed.ok) return parsed;
  const manifest = parsed.value;
  const baseUrl = resolveUrl('.', manifestUrl);
  const loadKind = async <T>(kind: DatasetKind, schema: z.ZodType<T>): Promise<LoadedLayer<T>> => {
    const files = new Set(manifest.datasets.flatMap(({ kind: of, file }) => (of === kind && file ? [file] : [])));
    const layers = await Promise.all(
      [...files].map((file) => loadLayer(resolveUrl(file, baseUrl), kind, schema, options)),
    );
    return { records: layers.flatMap((layer) => layer.records), issues: layers.flatMap((layer) => layer.issues) };
  };
  const [zones, shelters, communities] = await Promise.all([
    loadKind('zones', zoneSchema),
    loadKind('shelters', shelterSchema),
    loadKind('communities', communitySchema),
  ]);
  if (options.signal?.aborted) {
    const place = { file: nameOfUrl(manifestUrl) };
    return { ok: false, issue: { code: 'fetch.cancelled', severity: 'note', place } };
  }
  const city = {
    manifest,
    baseUrl,
    zones: zones.records,
    shelters: shelters.records,
    communities: communities.records,
  };
  return { ok: true, value: { city, issues: [...zones.issues, ...shelters.issues, ...communities.issues] } };
}
