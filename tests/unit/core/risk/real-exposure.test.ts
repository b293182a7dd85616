import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ExposureResult } from '../../../../src/core/risk/exposure.ts';
import { realDataPath } from '../../../real/real-data.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { expectExposure, type OracleCase } from './expect-exposure.ts';

const run = promisify(execFile);

interface RealCase extends OracleCase {
  rows: number;
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

const SOURCES = { delfshaven: 'citymodels/rotterdam-delfshaven.city.json', nyc: 'footprints/nyc-osm-buildings' };

describe.each(Object.entries(SOURCES))('exposure of %s under 50 random zones', (name, source) => {
  it.skipIf(realDataPath(source) === null)('is what shapely says: buildings exactly, areas to 0.1 %', async () => {
    const folder = freshFolder('exposure');
    const answers = JSON.parse(await readFile(`tests/fixtures/exposure/${name}.json`, 'utf8')) as RealCase;
    await writeFile(`${folder}/zones.geojson`, asCollection(answers));
    const built = await askCity('build', `tests/real/${name}.json`, '--out', `${folder}/${name}`);
    const count = (built as { datasets: { count: number }[] }).datasets[0]?.count;
    expect(count, 'the package has other rows: ask shapely again (tests/fixtures/exposure)').toBe(answers.rows);
    const result = await askCity('exposure', `${folder}/${name}`, '--zones', `${folder}/zones.geojson`);
    expect(answers.answers.union.buildings).toBeGreaterThan(answers.rows / 4);
    expectExposure(result as ExposureResult, answers, 0.001);
  });
});
