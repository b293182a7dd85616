import type { CityManifest } from '../city/city-manifest.ts';

/**
 * Identity of the part of a package that a workspace is laid over: the names and sha-256 of its zone files, in order of
 * name. Two packages of one city with the same identity have the same zones; an empty text = the package has none.
 */
export function identifyZones(manifest: CityManifest): string {
  const files = new Set(manifest.datasets.flatMap(({ kind, file }) => (kind === 'zones' && file ? [file] : [])));
  return [...files]
    .sort()
    .map((file) => `${file}:${manifest.files[file]?.sha256 ?? ''}`)
    .join('|');
}
