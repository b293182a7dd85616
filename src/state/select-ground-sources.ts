import type { CityManifest, DatasetKind } from '../core/city/city-manifest.ts';
import type { OpenCity } from './workspace.ts';

const GROUND_KINDS = ['landuse', 'water', 'network'] as const;
type GroundKind = (typeof GROUND_KINDS)[number];
type GroundSources = Partial<Record<GroundKind, string>>;

const known = new WeakMap<CityManifest, GroundSources | null>();

function isGroundKind(kind: DatasetKind): kind is GroundKind {
  return (GROUND_KINDS as readonly DatasetKind[]).includes(kind);
}

/** Number of features that the base map of a city is drawn from; 0 = it has none. */
export function countGroundFeatures({ datasets }: CityManifest): number {
  return datasets.reduce((sum, { kind, count, file }) => (isGroundKind(kind) && file ? sum + count : sum), 0);
}

/** URLs of the layers that the base map is drawn from, `null` for a city without any; the same object for the same city. */
export function selectGroundSources({ manifest, baseUrl }: OpenCity): GroundSources | null {
  const before = known.get(manifest);
  if (before !== undefined) return before;
  const sources: GroundSources = {};
  for (const { kind, file } of manifest.datasets) if (isGroundKind(kind) && file) sources[kind] = `${baseUrl}${file}`;
  const found = Object.keys(sources).length > 0 ? sources : null;
  known.set(manifest, found);
  return found;
}
