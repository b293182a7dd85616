import type { CityManifest } from '../../../../src/core/city/city-manifest.ts';
import type { ShelterHazard, ZoneHazard } from '../../../../src/core/city/hazard.ts';
import { checkShelters } from '../../../../src/core/evacuation/check-shelters.ts';
import type { Shelter } from '../../../../src/core/evacuation/shelter.ts';
import type { ReportInput } from '../../../../src/core/report/report-input.ts';
import type { Exposure } from '../../../../src/core/risk/exposure.ts';
import type { Zone } from '../../../../src/core/zones/zone.ts';
import { makeShelter } from '../evacuation/make-shelter.ts';
import { makeZone, ringAround } from '../zones/make-zone.ts';

/** A square zone of about 200 m at a place near 117° E, 32° N. */
export function squareZone(id: string, hazard: ZoneHazard, level: Zone['properties']['level'], lon: number): Zone {
  const half = 0.001;
  const properties = { name: `区 ${id}`, hazard, ...(level ? { level } : {}) };
  return makeZone(id, [[ringAround(lon + half, 32 + half, half)]], properties);
}

export function shelterAt(
  id: string,
  name: string,
  lon: number,
  flags: Partial<Record<ShelterHazard, boolean>>,
): Shelter {
  return makeShelter(id, [lon, 32.001], flags, { name, areaSquareMeters: 1234.5 });
}

export const MANIFEST: CityManifest = {
  packageVersion: 1,
  id: 'example',
  name: { zh: '示例城', en: 'Example' },
  projectCrs: 'EPSG:4548',
  heightDatum: 'ellipsoidal',
  extent: [117, 32, 117.02, 32.01],
  synthetic: false,
  ground: { rule: 'stated', extent: [117, 32, 117.02, 32.01], columns: 1, rows: 1, ellipsoidalHeightsMeters: [20] },
  datasets: [
    {
      id: 'zones',
      kind: 'zones',
      title: { zh: '风险区', en: 'Zones' },
      sources: ['zones.geojson'],
      crs: 'EPSG:4490',
      heightDatum: 'unknown',
      count: 2,
    },
  ],
  tilesets: [
    {
      id: 'buildings',
      table: 'buildings',
      datasetIds: [],
      uri: 'tileset.json',
      rowLookup: 'row',
      absentContents: ['4/1/1.b3dm'],
    },
  ],
  tables: { buildings: { file: 'buildings.parquet', rows: 1664 } },
  rules: [],
  issues: [],
  files: {},
  tool: { name: 'tool', version: '1' },
  inputHash: 'ab'.repeat(32),
};

export function exposureOf(buildings: number, footprint: number, unknown: Record<string, number> = {}): Exposure {
  return {
    buildings,
    footprintAreaSquareMeters: footprint,
    floorAreaSquareMeters: footprint * 3,
    peopleDay: 0,
    peopleNight: 0,
    facilities: 0,
    pipesMeters: 0,
    unknown,
  };
}

/** Two zones, one flagged shelter in the first, one designated in the second, one outside. */
export function reportInput(change: Partial<ReportInput> = {}): ReportInput {
  const zones = [squareZone('a', 'flood', 'red', 117), squareZone('b', 'landslide', undefined, 117.01)];
  const shelters = [
    shelterAt('s1', '=HYPERLINK("x") #panic() *粗*', 117.001, { flood: false }),
    shelterAt('s2', '第二小学', 117.011, { landslide: true }),
    shelterAt('s3', '第三中学', 117.005, {}),
  ];
  return {
    locale: 'zh-CN',
    manifest: MANIFEST,
    zones,
    shelters,
    findings: checkShelters(shelters, zones),
    exposure: {
      status: 'ready',
      result: {
        rule: 'footprint-share-1',
        zones: [
          { id: 'a', ...exposureOf(2, 100.4, { peopleNight: 2 }) },
          { id: 'b', ...exposureOf(0, 0) },
        ],
        byLevel: { red: exposureOf(2, 100.4, { peopleNight: 2 }), unrated: exposureOf(1, 50.4) },
        union: exposureOf(3, 150.8, { peopleNight: 2 }),
      },
    },
    mapReviewNumber: null,
    generatedOn: '2026-11-21',
    ...change,
  };
}
