import { describe, expect, it } from 'vitest';
import { PIPE_CLASSES } from '../../../../src/core/city/pipe.ts';
import { DEFAULT_DEMO_PLAN } from '../../../../tools/demo/demo-plan.ts';
import type { DemoFeature } from '../../../../tools/demo/feature-collection.ts';
import { generateDemo } from '../../../../tools/demo/generate-demo.ts';
import { normalisePipeClass } from '../../../../tools/layers/normalise-pipe.ts';

const files = new Map(generateDemo(DEFAULT_DEMO_PLAN).map(({ name, text }) => [name, text]));
const featuresOf = (name: string) =>
  (JSON.parse(files.get(`${name}.geojson`) ?? '') as { features: DemoFeature[] }).features;
const pipes = featuresOf('pipes');
const lineOf = (feature: DemoFeature) => feature.geometry.coordinates as [number, number][];

function distance([x, y]: [number, number], line: readonly [number, number][]): number {
  const distances = line.slice(1).map(([bx, by], index) => {
    const [ax, ay] = line[index]!;
    const [dx, dy] = [bx - ax, by - ay];
    const at = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
    return Math.hypot(ax + at * dx - x, ay + at * dy - y);
  });
  return Math.min(...distances);
}

describe('pipes of the demo city', () => {
  it('are of all eight classes of CJJ 61, with a few that the survey could not tell, and unique ids', () => {
    const classes = pipes.map(({ properties }) => normalisePipeClass(String(properties.管线类别)));
    expect(new Set(classes)).toEqual(new Set([...PIPE_CLASSES, null]));
    expect(classes.filter((each) => each === null).length).toBeLessThan(pipes.length * 0.05);
    expect(new Set(pipes.map(({ properties }) => properties.管线编号)).size).toBe(pipes.length);
  });

  it('lie within the width of a street that has pipes, and every such street has water and drainage', () => {
    const streets = featuresOf('ways').filter(
      ({ properties }) => String(properties.道路等级).endsWith('干路') || properties.道路等级 === '支路',
    );
    const byName = new Map<unknown, DemoFeature[]>();
    for (const street of streets) {
      const name = street.properties.名称 ?? null;
      byName.set(name, [...(byName.get(name) ?? []), street]);
    }
    const served = new Map<unknown, Set<unknown>>();
    for (const pipe of pipes) {
      const { 道路名: name, 管线类别: kind } = pipe.properties;
      const own = byName.get(name) ?? [];
      for (const position of lineOf(pipe)) {
        const near = Math.min(...own.map((way) => distance(position, lineOf(way)) - Number(way.properties.宽度) / 2));
        expect(near).toBeLessThan(0.5);
      }
      served.set(name, (served.get(name) ?? new Set()).add(kind));
    }
    for (const name of byName.keys()) {
      expect([...(served.get(name) ?? [])]).toEqual(expect.arrayContaining(['给水', '污水']));
    }
  });

  it('have gaps as surveys have them, and stay known for the most part', () => {
    for (const field of ['材质', '埋深', '建设年代']) {
      const missing = pipes.filter(({ properties }) => properties[field] === null).length;
      expect(missing, field).toBeGreaterThan(0);
      expect(missing, field).toBeLessThan(pipes.length * 0.12);
    }
  });
});
