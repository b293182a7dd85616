import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { RISK_LEVELS, type RiskLevel } from '../../../../src/core/city/hazard.ts';
import { createProjection } from '../../../../src/core/crs/projection.ts';
import type { MultiPolygon2 } from '../../../../src/core/geometry/coordinates.ts';
import { createPipeMeter } from '../../../../src/core/risk/pipe-meter.ts';
import { projectPipes } from '../../../../src/core/risk/pipe-segments.ts';
import { realDataPath } from '../../../real/real-data.ts';
import { finishSteps } from './finish-steps.ts';
import { METERS } from './made-city.ts';
import { type MadeLine, pipesOf } from './made-pipes.ts';

/** Zones, and what shapely says of the lines in them (`ask-shapely-pipes.py`). */
interface OracleOfLines {
  zones: { level: RiskLevel; coordinates: MultiPolygon2 }[];
  answers: { zones: number[]; byLevel: Partial<Record<RiskLevel, number>>; union: number };
}

const readFixture = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/exposure/${name}`, import.meta.url), 'utf8')) as T;

function expectLengths(
  pipes: ReturnType<typeof pipesOf>,
  oracle: OracleOfLines,
  project: typeof METERS.fromLonLat,
): void {
  const zones = oracle.zones.map(({ level, coordinates }, index) => ({
    id: `z${index}`,
    level,
    polygons: coordinates.map((rings) => rings.map((ring) => ring.map(([x, y]) => project(x, y)))),
  }));
  const { zones: own, byLevel, union } = finishSteps(createPipeMeter(pipes).measure(zones, null));
  const { answers } = oracle;
  const near = (ours: number, theirs: number, where: string) =>
    expect(Math.abs(ours - theirs), `${where}: ${ours} for ${theirs}`).toBeLessThanOrEqual(1e-6 + 1e-8 * theirs);
  expect(own).toHaveLength(answers.zones.length);
  answers.zones.forEach((meters, index) => {
    near(own[index]!, meters, `zone ${index}`);
  });
  for (const [rank, level] of RISK_LEVELS.entries()) near(byLevel[rank]!, answers.byLevel[level] ?? 0, level);
  near(union, answers.union, 'union');
}

it('pipes along edges, through corners and over each other are as long in 50 zones as shapely says', () => {
  const made = readFixture<OracleOfLines & { lines: MadeLine[] }>('pipes-made.json');
  expect(made.answers.zones.filter((meters) => meters > 0).length).toBeGreaterThan(45);
  expectLengths(pipesOf(made.lines), made, METERS.fromLonLat);
});

it('the streets of a real city, taken as pipes, are as long in 50 zones as shapely says', (test) => {
  const folder = realDataPath('roads/nyc-osm-roads');
  test.skip(folder === null, 'the data roads/nyc-osm-roads is not on this machine');
  const oracle = readFixture<OracleOfLines & { projectCrs: string; lines: number; meters: number }>(
    'pipes-nyc-roads.json',
  );
  const projection = createProjection(oracle.projectCrs);
  if (!projection.ok) throw new Error(projection.issue.code);
  const lines = readdirSync(folder!).flatMap((name) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    return (JSON.parse(text) as { features: { geometry: { coordinates: [number, number][] } }[] }).features;
  });
  expect(lines).toHaveLength(oracle.lines);
  const pipes = projectPipes(
    lines.map(({ geometry }) => ({
      geometry: { type: 'MultiLineString' as const, coordinates: [geometry.coordinates] },
    })),
    projection.value,
  );
  const total = pipes.lengths.reduce((sum, length) => sum + length, 0);
  expect(Math.abs(total - oracle.meters)).toBeLessThan(oracle.meters * 1e-8);
  expectLengths(pipes, oracle, projection.value.fromLonLat);
}, 60_000);
