import type { CityManifest } from '../../src/core/city/city-manifest.ts';

/** What `build` and `info` answer (package contract, "JSON answers"). */
export interface PackageSummary {
  id: string;
  projectCrs: string;
  /** West, south, east, north in degrees. */
  extent: readonly number[];
  /** Bytes of all files that the manifest lists. */
  bytes: number;
  datasets: { id: string; kind: string; count: number }[];
  /** Issue code → count. */
  issues: Record<string, number>;
}

/** Summary of a package from its manifest. */
export function summarisePackage(manifest: CityManifest): PackageSummary {
  return {
    id: manifest.id,
    projectCrs: manifest.projectCrs,
    extent: manifest.extent,
    bytes: Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0),
    datasets: manifest.datasets.map(({ id, kind, count }) => ({ id, kind, count })),
    issues: Object.fromEntries(manifest.issues.map(({ code, count }) => [code, count])),
  };
}
