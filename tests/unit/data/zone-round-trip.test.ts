import { describe, expect, it } from 'vitest';
import { createProjection } from '../../../src/core/crs/projection.ts';
import { buildImportedZones, placeZoneRecords } from '../../../src/core/zones/exchange/build-imported-zones.ts';
import { guessMapping } from '../../../src/core/zones/exchange/guess-mapping.ts';
import { summariseLayer } from '../../../src/core/zones/exchange/summarise-layer.ts';
import type { Zone } from '../../../src/core/zones/zone.ts';
import { readZoneFiles, type ZoneFormat } from '../../../src/data/read-zone-files.ts';
import { writeZoneFile } from '../../../src/data/write-zone-file.ts';
import { EXCHANGED_ZONES } from '../../fixtures/exchange/exchanged-zones.ts';
import { loadBrowserSqlite } from './load-browser-sqlite.ts';

async function importZones(name: string, bytes: Uint8Array): Promise<{ zones: Zone[]; codes: string[]; crs: string }> {
  const codes: string[] = [];
  const read = await readZoneFiles([{ name, bytes }], {
    report: ({ code }) => codes.push(code),
    loadSqlite: loadBrowserSqlite,
  });
  if (!read.ok) throw new Error(read.issue.code);
  const layer = read.value.layers[0]!;
  const crs = layer.declaredCrs ?? layer.impliedCrs ?? '';
  const projection = createProjection(crs);
  if (!projection.ok) throw new Error(crs);
  const steps = placeZoneRecords(layer, { projection: projection.value, isSwapped: false });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const mapping = guessMapping(summariseLayer(layer).fields);
  const zones = buildImportedZones(layer, step.value, mapping, name, ({ code }) => codes.push(code));
  return { zones, codes, crs };
}

function largestShiftDegrees(before: Zone, after: Zone): number {
  const [a, b] = [before, after].map(({ geometry }) => geometry.coordinates.flat(2));
  expect(b!.length).toBe(a!.length);
  // A format may begin a ring or list its parts elsewhere: every position must be found again.
  return Math.max(...a!.map(([x, y]) => Math.min(...b!.map(([u, v]) => Math.hypot(u - x, v - y)))));
}

const stated = ({ properties: { dataset: _dataset, source: _source, ...rest } }: Zone) => rest;

const CASES: [ZoneFormat, string, string][] = [
  ['geojson', 'EPSG:4326', 'zones.geojson'],
  ['kml', 'EPSG:4326', 'zones.kml'],
  ['shapefile', 'EPSG:4326', 'zones.zip'],
  ['shapefile', 'EPSG:4490', 'zones.zip'],
  ['shapefile', 'EPSG:4547', 'zones.zip'],
  ['geopackage', 'EPSG:4326', 'zones.gpkg'],
  ['geopackage', 'EPSG:4547', 'zones.gpkg'],
];

describe('zones written and read again', () => {
  it.each(CASES)('%s in %s gives the same zones', async (format, crs, name) => {
    const written = await writeZoneFile({ format, crs, title: 'Demo', zones: EXCHANGED_ZONES }, loadBrowserSqlite);
    if (!written.ok) throw new Error(written.issue.code);
    const back = await importZones(name, written.value.bytes);
    expect(back.crs).toBe(crs);
    expect(back.codes).toEqual([]);
    expect(back.zones.map(stated)).toEqual(EXCHANGED_ZONES.map(stated));
    for (const [index, zone] of EXCHANGED_ZONES.entries()) {
      expect(largestShiftDegrees(zone, back.zones[index]!)).toBeLessThan(1e-9);
      expect(back.zones[index]!.geometry.coordinates.map((rings) => rings.length).sort()).toEqual(
        zone.geometry.coordinates.map((rings) => rings.length).sort(),
      );
    }
  });
});
