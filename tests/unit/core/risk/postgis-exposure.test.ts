import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { createProjection } from '../../../../src/core/crs/projection.ts';
import { codeColumn } from '../../../../src/core/risk/building-codes.ts';
import { type BuildingFootprints, collectFootprints } from '../../../../src/core/risk/building-footprints.ts';
import type { Exposure, ExposureResult } from '../../../../src/core/risk/exposure.ts';
import { createFootprintGrid } from '../../../../src/core/risk/footprint-grid.ts';
import { createLiveMeter } from '../../../../src/core/risk/live-meter.ts';
import { measureExposure } from '../../../../src/core/risk/measure-exposure.ts';
import { projectZones, type ZonePolygons } from '../../../../src/core/risk/zone-polygons.ts';
import type { Zone } from '../../../../src/core/zones/zone.ts';
import { readVectorLayer } from '../../../../tools/layers/read-layer.ts';
import { readTable } from '../../../../tools/tables/read-table.ts';
import { realDataPath } from '../../../real/real-data.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { expectExposure, type OracleCase } from './expect-exposure.ts';
import { finishSteps } from './finish-steps.ts';
import { METERS } from './made-city.ts';

const run = promisify(execFile);
const FIXTURES = 'tests/fixtures/exposure';

interface RealCase extends OracleCase {
  projectCrs: string;
  rows: number;
}

async function readFixture<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(`${FIXTURES}/${name}.json`, 'utf8')) as T;
}

async function askCity(...words: string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['tools/city.mjs', ...words, '--json'], { maxBuffer: 2 ** 26 });
  return JSON.parse(stdout);
}

function asCollection({ zones }: OracleCase): string {
  const features = zones.map(({ level, coordinates }, index) => ({
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates },
    properties: { id: `z${index}`, hazard: 'flood', ...(level === 'unrated' ? {} : { level }) },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** Zones of a file as the package holds them: parts that overlap are united. */
async function readDrawnZones(folder: string, projectCrs: string): Promise<Zone[]> {
  const dataset = { id: 'zones', kind: 'zones', source: 'zones.geojson', crs: 'EPSG:4326' } as const;
  const recipe = { version: 1, id: 'drawn', name: { zh: '', en: '' }, projectCrs, datasets: [dataset] } as const;
  const context = { progress: () => undefined, report: () => undefined, signal: new AbortController().signal };
  const read = await readVectorLayer('zones', dataset, { recipe: { ...recipe, datasets: [dataset] }, folder }, context);
  if (!read.ok) throw new Error(read.issue.code);
  return read.value.features;
}

const NOWHERE = { x: new Float64Array(), y: new Float64Array() };

/** Numbers of a live measurement when each zone in turn is let go where it lies, after it lay elsewhere. */
function measureReleased(buildings: BuildingFootprints, zones: readonly ZonePolygons[]): ExposureResult[] {
  const none = codeColumn(Array.from({ length: buildings.count }, () => null));
  const meter = createLiveMeter(createFootprintGrid(buildings), { use: none, structure: none }, NOWHERE);
  return zones.map(({ id, level, polygons }, index) => {
    const elsewhere = zones[(index + 1) % zones.length]!.polygons;
    const focus = { zoneId: id };
    finishSteps(meter.measure({ resting: zones, edited: { id, level, shape: elsewhere } }, focus));
    const live = finishSteps(meter.measure({ resting: zones, edited: { id, level, shape: polygons } }, focus));
    return { ...live, zones: [{ id, ...live.focus!.exposure }] };
  });
}

/** Counts are the same, sums to a thousand-millionth. */
function expectEqual(live: Exposure, whole: Exposure): void {
  expect({ buildings: live.buildings, unknown: live.unknown }).toEqual({
    buildings: whole.buildings,
    unknown: whole.unknown,
  });
  for (const sum of ['footprintAreaSquareMeters', 'floorAreaSquareMeters', 'peopleDay', 'peopleNight'] as const) {
    expect(Math.abs(live[sum] - whole[sum]), sum).toBeLessThanOrEqual(1e-6 + 1e-9 * whole[sum]);
  }
}

function expectReleased(released: readonly ExposureResult[], whole: ExposureResult): void {
  released.forEach((live, index) => {
    expectEqual(live.zones[0]!, whole.zones[index]!);
    expectEqual(live.union, whole.union);
    expect(Object.keys(live.byLevel).sort()).toEqual(Object.keys(whole.byLevel).sort());
    for (const [level, exposure] of Object.entries(live.byLevel)) {
      expectEqual(exposure, whole.byLevel[level as keyof typeof live.byLevel]!);
    }
  });
}

describe('exposure of made buildings under 50 zones', () => {
  it('is what PostGIS says, while a zone is drawn too', async () => {
    const made = await readFixture<OracleCase & { rows: MadeRow[] }>('made');
    const { answers } = await readFixture<OracleCase>('postgis-made');
    const rows = made.rows.map(({ floorArea, ...row }) => ({ ...row, floorAreaSquareMeters: floorArea }));
    const buildings = collectFootprints(rows, METERS);
    const zones = made.zones.map(({ level, coordinates }, index) => ({
      id: `z${index}`,
      level,
      polygons: coordinates,
    }));
    const whole = measureExposure(buildings, zones);
    expectExposure(whole, { zones: made.zones, answers }, 1e-9);
    expectReleased(measureReleased(buildings, zones), whole);
  });
});

interface MadeRow {
  geometry: OracleCase['zones'][number]['coordinates'];
  floorArea: number | null;
  peopleDay: number | null;
  peopleNight: number | null;
}

const SOURCES = { delfshaven: 'citymodels/rotterdam-delfshaven.city.json', nyc: 'footprints/nyc-osm-buildings' };

describe.each(Object.entries(SOURCES))('exposure of %s under 100 random zones', (name, source) => {
  it.skipIf(realDataPath(source) === null)('live on release = city exposure = PostGIS', async () => {
    const folder = freshFolder('postgis');
    const answers = await readFixture<RealCase>(`postgis-${name}`);
    await writeFile(`${folder}/zones.geojson`, asCollection(answers));
    const built = await askCity('build', `tests/real/${name}.json`, '--out', `${folder}/${name}`);
    const count = (built as { datasets: { count: number }[] }).datasets[0]?.count;
    expect(count, 'the package has other rows: ask PostGIS again (tests/fixtures/exposure)').toBe(answers.rows);
    const whole = (await askCity(
      'exposure',
      `${folder}/${name}`,
      '--zones',
      `${folder}/zones.geojson`,
    )) as ExposureResult;
    expect(answers.answers.zones).toHaveLength(100);
    expectExposure(whole, answers, 0.001);
    const projection = createProjection(answers.projectCrs);
    const rows = await readTable(`${folder}/${name}/buildings.parquet`);
    if (!projection.ok || !rows.ok) throw new Error('the package cannot be read');
    const buildings = collectFootprints(rows.value, projection.value);
    const zones = projectZones(await readDrawnZones(folder, answers.projectCrs), projection.value);
    expectReleased(measureReleased(buildings, zones), whole);
  });
});
