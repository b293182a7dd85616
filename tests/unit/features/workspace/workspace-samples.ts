import type { CityManifest } from '../../../../src/core/city/city-manifest.ts';
import { changeItem } from '../../../../src/core/workspace/document-difference.ts';
import type { WorkspaceEdit } from '../../../../src/core/workspace/workspace-edit.ts';
import type { Zone } from '../../../../src/core/zones/zone.ts';
import type { OpenCity } from '../../../../src/state/workspace.ts';

/** A small square zone; `note` tells states of it apart. */
export function zoneOf(id: string, note = ''): Zone {
  const west = 113 + (id.length % 7) * 0.001;
  const ring: [number, number][] = [
    [west, 23],
    [west + 0.001, 23],
    [west + 0.001, 23.001],
    [west, 23.001],
    [west, 23],
  ];
  return {
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
    properties: { id, name: `zone ${id}`, hazard: 'flood', level: 'red', note, dataset: 'zones', source: {} },
  };
}

/** An open city that has nothing but zones. */
export function cityOf(zones: Zone[], sha256 = 'a', id = 'paper'): OpenCity {
  const manifest: CityManifest = {
    packageVersion: 1,
    id,
    name: { zh: '纸城', en: 'Paper' },
    projectCrs: 'EPSG:4547',
    heightDatum: 'ellipsoidal',
    extent: [113, 23, 113.1, 23.1],
    synthetic: true,
    ground: { rule: 'none', extent: [113, 23, 113.1, 23.1], columns: 1, rows: 1, ellipsoidalHeightsMeters: [0] },
    datasets: [
      {
        id: 'zones',
        kind: 'zones',
        title: { zh: '风险区', en: 'Zones' },
        sources: [],
        crs: 'EPSG:4326',
        heightDatum: 'unknown',
        count: zones.length,
        file: 'zones.geojson',
      },
    ],
    tilesets: [],
    tables: {},
    rules: [],
    issues: [],
    files: { 'zones.geojson': { sha256, bytes: 1 } },
    tool: { name: 'city', version: '0' },
    inputHash: '',
  };
  return { manifest, baseUrl: 'http://localhost/', zones, shelters: [], communities: [] };
}

/** One step that puts (or, with null, deletes) zones. */
export function editOf(
  id: string,
  before: Readonly<Record<string, Zone>>,
  after: Readonly<Record<string, Zone | null>>,
): WorkspaceEdit {
  const changes = Object.entries(after).map(([zoneId, zone]) =>
    changeItem('zones', zoneId, before[zoneId] ?? null, zone),
  );
  return { id, at: '2026-01-01T00:00:00Z', step: { code: 'zone.drawn', values: {} }, changes };
}
