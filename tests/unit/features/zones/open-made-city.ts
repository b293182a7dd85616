import type { CityManifest } from '../../../../src/core/city/city-manifest.ts';
import type { Zone } from '../../../../src/core/zones/zone.ts';
import { happened } from '../../../../src/state/happened.ts';

/** Opens a made city of the given zones in the store of the page; project CRS EPSG:4547. */
export function openMadeCity(zones: Zone[], parts: Partial<CityManifest> = {}): void {
  const manifest: CityManifest = {
    packageVersion: 1,
    id: 'made',
    name: { zh: 'made', en: 'made' },
    projectCrs: 'EPSG:4547',
    heightDatum: 'unknown',
    extent: [113.9, 22.9, 114.1, 23.1],
    synthetic: true,
    ground: { rule: 'none', extent: [113.9, 22.9, 114.1, 23.1], columns: 1, rows: 1, ellipsoidalHeightsMeters: [0] },
    datasets: [],
    tilesets: [],
    tables: {},
    rules: [],
    issues: [],
    files: {},
    tool: { name: 'city', version: '0' },
    inputHash: 'made',
    ...parts,
  };
  happened.cityRequested(1, 'made');
  happened.cityOpened(1, { manifest, baseUrl: 'http://x/made/', zones, shelters: [], communities: [] }, []);
}
