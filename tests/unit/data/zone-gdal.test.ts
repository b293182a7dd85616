import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ZONE_COLUMNS } from '../../../src/core/zones/exchange/zone-table.ts';
import { writeZoneFile } from '../../../src/data/write-zone-file.ts';
import { EXCHANGED_ZONES } from '../../fixtures/exchange/exchanged-zones.ts';
import { loadBrowserSqlite } from './load-browser-sqlite.ts';

interface Answer {
  driver: string;
  sha256: string;
  crs: string | null;
  geometryType: string;
  features: {
    properties: Record<string, unknown>;
    geometry: { type: string; coordinates: number[][][][] | number[][][] };
  }[];
}

const FILES = [
  { name: 'wgs84.geojson', format: 'geojson', crs: 'EPSG:4326', driver: 'GeoJSON' },
  { name: 'wgs84.kml', format: 'kml', crs: 'EPSG:4326', driver: 'LIBKML' },
  { name: 'cgcs2000.zip', format: 'shapefile', crs: 'EPSG:4490', driver: 'ESRI Shapefile' },
  { name: 'project.zip', format: 'shapefile', crs: 'EPSG:4547', driver: 'ESRI Shapefile' },
  { name: 'project.gpkg', format: 'geopackage', crs: 'EPSG:4547', driver: 'GPKG' },
  { name: 'wgs84.gpkg', format: 'geopackage', crs: 'EPSG:4326', driver: 'GPKG' },
] as const;

const folder = process.env.WRITE_EXCHANGE;
const answers = JSON.parse(
  readFileSync(new URL('../../fixtures/exchange/gdal-answers.json', import.meta.url), 'utf8'),
) as { by: string; files: Record<string, Answer> };

async function write(format: (typeof FILES)[number]['format'], crs: string): Promise<Uint8Array> {
  const written = await writeZoneFile({ format, crs, title: 'Demo', zones: EXCHANGED_ZONES }, loadBrowserSqlite);
  if (!written.ok) throw new Error(written.issue.code);
  return written.value.bytes;
}

describe(`what ${answers.by} read of the written files`, () => {
  it.each(FILES)('$name: format, system, number of zones and their texts', async ({ name, format, crs, driver }) => {
    const bytes = await write(format, crs);
    if (folder) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${folder}/${name}`, bytes);
    }
    const answer = answers.files[name]!;
    // The answers are about these bytes: a writer that changes must be asked about again. A GeoPackage holds its time.
    if (format !== 'geopackage') expect(createHash('sha256').update(bytes).digest('hex')).toBe(answer.sha256);
    expect(answer.driver).toBe(driver);
    expect(answer.crs).toBe(crs);
    expect(answer.features.length).toBe(EXCHANGED_ZONES.length);
    for (const [index, zone] of EXCHANGED_ZONES.entries()) {
      const { properties, geometry } = answer.features[index]!;
      const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates];
      expect(polygons.map((rings) => rings.length).sort()).toEqual(
        zone.geometry.coordinates.map((rings) => rings.length).sort(),
      );
      const found = (polygons as number[][][][]).flat(2);
      for (const [lon, lat] of zone.geometry.coordinates.flat(2)) {
        const shift = Math.min(...found.map(([x = 0, y = 0]) => Math.hypot(x - lon, y - lat)));
        expect(shift).toBeLessThan(1e-9);
      }
      if (format === 'geojson') continue;
      for (const { name: full, shortName, read } of ZONE_COLUMNS) {
        const told = properties[format === 'shapefile' ? shortName : full] ?? null;
        // KML has no empty text, and GDAL names the column of the placemark's name itself.
        if (format === 'kml' && full === 'name') continue;
        const expected = read(zone.properties);
        // GDAL's own GeoJSON writer unpacks text that is JSON.
        const plain = Array.isArray(told) ? JSON.stringify(told) : told;
        expect(typeof expected === 'number' ? Number(plain) : plain).toEqual(expected);
      }
    }
  });
});
