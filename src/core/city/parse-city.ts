import type { z } from 'zod';
import {
  type Catalog,
  type CityManifest,
  catalogSchema,
  cityManifestSchema,
  PACKAGE_VERSION,
} from './city-manifest.ts';
import type { Outcome } from './issue.ts';

const CATALOG_VERSION = 1;

function refuse(code: string, file: string, values: Record<string, string | number>): Outcome<never> {
  return { ok: false, issue: { code, severity: 'error', place: { file }, values } };
}

function readVersion(json: unknown, field: string): unknown {
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>)[field] : undefined;
}

function parseShape<T>(schema: z.ZodType<T>, json: unknown, code: string, file: string): Outcome<T> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const first = parsed.error.issues[0];
  return refuse(code, file, { path: first?.path.join('.') || '.', detail: first?.message ?? '' });
}

/**
 * Reads `city.json`, the manifest of a city package.
 * @param json Parsed JSON; nothing about it is trusted.
 * @param file Name that an issue tells, as the user knows it.
 * Errors: `city.newerVersion` (values `found`, `supported`) when a newer program wrote it, `city.badShape`
 * (values `path`, `detail`) when a field is missing or wrong. Version 1 is the first, so nothing is migrated yet.
 */
export function parseCityManifest(json: unknown, file = 'city.json'): Outcome<CityManifest> {
  const version = readVersion(json, 'packageVersion');
  if (typeof version === 'number' && version > PACKAGE_VERSION) {
    return refuse('city.newerVersion', file, { found: version, supported: PACKAGE_VERSION });
  }
  return parseShape(cityManifestSchema, json, 'city.badShape', file);
}

/**
 * Reads `catalog.json`, the list of cities; the app opens the first.
 * @param json Parsed JSON; nothing about it is trusted.
 * @param file Name that an issue tells, as the user knows it.
 * Errors: `catalog.newerVersion` (values `found`, `supported`), `catalog.badShape` (values `path`, `detail`).
 */
export function parseCatalog(json: unknown, file = 'catalog.json'): Outcome<Catalog> {
  const version = readVersion(json, 'catalogVersion');
  if (typeof version === 'number' && version > CATALOG_VERSION) {
    return refuse('catalog.newerVersion', file, { found: version, supported: CATALOG_VERSION });
  }
  return parseShape(catalogSchema, json, 'catalog.badShape', file);
}
