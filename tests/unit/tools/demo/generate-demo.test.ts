import Flatbush from 'flatbush';
import polygonClipping, { type Polygon } from 'polygon-clipping';
import { describe, expect, it } from 'vitest';
import { recipeSchema } from '../../../../src/core/city/recipe.ts';
import { DEFAULT_DEMO_PLAN } from '../../../../tools/demo/demo-plan.ts';
import { generateDemo } from '../../../../tools/demo/generate-demo.ts';

interface Feature {
  properties: Record<string, unknown>;
  geometry: { type: string; coordinates: unknown };
}

const files = new Map(generateDemo(DEFAULT_DEMO_PLAN).map(({ name, text }) => [name, text]));
const featuresOf = (name: string) =>
  (JSON.parse(files.get(`${name}.geojson`) ?? '') as { features: Feature[] }).features;
const outlineOf = (feature: Feature) =>
  (feature.geometry.coordinates as number[][][]).map((ring) => ring.map(([x = 0, y = 0]) => [x, y])) as Polygon;

function isInside([x, y]: readonly [number, number], zone: Feature): boolean {
  const rings = (zone.geometry.coordinates as number[][][][]).flat();
  const crossings = rings.flatMap((ring) =>
    ring.slice(1).filter(([bx = 0, by = 0], index) => {
      const [ax = 0, ay = 0] = ring[index] ?? [];
      return ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax);
    }),
  );
  return crossings.length % 2 === 1;
}

describe('the demo city', () => {
  it('has the same bytes for the same seed, others for another', () => {
    const again = generateDemo(DEFAULT_DEMO_PLAN);
    for (const { name, text } of again) expect(text).toBe(files.get(name));
    const other = generateDemo({ ...DEFAULT_DEMO_PLAN, seed: 1 });
    expect(other.find((file) => file.name === 'buildings.geojson')?.text).not.toBe(files.get('buildings.geojson'));
  });

  it('has some 2,000 buildings with unique ids, and a valid recipe', () => {
    const ids = featuresOf('buildings').map((feature) => feature.properties.建筑编号);
    expect(ids.length).toBeGreaterThan(1800);
    expect(ids.length).toBeLessThan(2200);
    expect(new Set(ids).size).toBe(ids.length);
    expect(recipeSchema.safeParse(JSON.parse(files.get('recipe.json') ?? '')).success).toBe(true);
  });

  it('has no building that stands in another', () => {
    const outlines = featuresOf('buildings').map(outlineOf);
    const boxes = new Flatbush(outlines.length);
    for (const [ring = []] of outlines) {
      const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
      boxes.add(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
    }
    boxes.finish();
    const overlapping = outlines.flatMap((outline, index) => {
      const [ring = []] = outline;
      const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
      const near = boxes.search(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
      return near.filter((other) => other > index && overlapArea(outline, outlines[other] ?? []) > 0.5);
    });
    expect(overlapping).toEqual([]);
  });

  it('has gaps as surveys have them, and stays known for the most part', () => {
    const buildings = featuresOf('buildings');
    for (const field of ['建成年份', '结构类型', '地下层数', '高度', '用途']) {
      const missing = buildings.filter((feature) => feature.properties[field] === null).length;
      expect(missing, field).toBeGreaterThan(0);
      expect(missing, field).toBeLessThan(buildings.length * 0.12);
    }
  });

  it('has shelters in flood zones that they are not designated for, and the four levels', () => {
    const zones = featuresOf('zones');
    expect(new Set(zones.map((zone) => zone.properties.level))).toEqual(new Set(['red', 'orange', 'yellow', 'blue']));
    const floods = zones.filter((zone) => zone.properties.hazard === 'flood');
    const shelters = featuresOf('shelters');
    expect(shelters.length).toBeGreaterThanOrEqual(25);
    const inFlood = shelters.filter((shelter) =>
      floods.some((zone) => isInside(shelter.geometry.coordinates as [number, number], zone)),
    );
    expect(inFlood.filter((shelter) => shelter.properties.洪水 === false).length).toBeGreaterThan(0);
    expect(inFlood.length).toBeLessThan(shelters.length);
  });

  it('grows with its plan', () => {
    const larger = generateDemo({ ...DEFAULT_DEMO_PLAN, communitiesAlong: 8 });
    const text = larger.find((file) => file.name === 'buildings.geojson')?.text ?? '';
    const count = (JSON.parse(text) as { features: Feature[] }).features.length;
    expect(count).toBeGreaterThan(featuresOf('buildings').length * 1.7);
  });
});

function overlapArea(a: Polygon, b: Polygon): number {
  return polygonClipping
    .intersection(a, b)
    .flat()
    .reduce((sum, ring) => {
      const doubled = ring.slice(1).reduce((area, [x, y], index) => {
        const [px, py] = ring[index] ?? [x, y];
        return area + px * y - x * py;
      }, 0);
      return sum + Math.abs(doubled) / 2;
    }, 0);
}
