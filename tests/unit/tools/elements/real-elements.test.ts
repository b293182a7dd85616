import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { measurePlanArea } from '../../../../src/core/geometry/plan-area.ts';
import type { CityElement } from '../../../../tools/elements/city-element.ts';
import { readElements } from '../../../../tools/elements/read-elements.ts';
import { loadRecipe } from '../../../../tools/package/load-recipe.ts';
import { realDataPath } from '../../../real/real-data.ts';
import { collectingContext } from './collecting-context.ts';

async function readReal(name: string, datasetId: string) {
  const loaded = await loadRecipe(fileURLToPath(new URL(`../../../real/${name}.json`, import.meta.url)));
  if (!loaded.ok) throw new Error(loaded.issue.code);
  const dataset = loaded.value.recipe.datasets.find((one) => one.id === datasetId)!;
  const context = collectingContext();
  const read = await readElements(dataset, loaded.value, context);
  if (!read.ok) throw new Error(JSON.stringify(read.issue));
  return { ...read.value, context };
}

interface RawCityJson {
  vertices: [number, number, number][];
  transform: { scale: number[]; translate: number[] };
  CityObjects: Record<
    string,
    { geometry: { boundaries: number[][][]; semantics: { surfaces: { type: string }[]; values: number[] } }[] }
  >;
}

/** Roof area in plan straight from the file, with nothing of ours: shoelace over the raw integers. */
function rawRoofArea(path: string): number {
  const raw = JSON.parse(readFileSync(path, 'utf8')) as RawCityJson;
  const [scaleX = 1, scaleY = 1] = raw.transform.scale;
  let area = 0;
  for (const { geometry } of Object.values(raw.CityObjects)) {
    for (const { boundaries, semantics } of geometry) {
      for (const [at, surface] of boundaries.entries()) {
        if (semantics.surfaces[semantics.values[at]!]?.type !== 'RoofSurface') continue;
        for (const [ringAt, ring] of surface.entries()) {
          let doubled = 0;
          for (const [index, vertex] of ring.entries()) {
            const [x1, y1] = raw.vertices[vertex]!;
            const [x2, y2] = raw.vertices[ring[(index + 1) % ring.length]!]!;
            doubled += x1 * y2 - x2 * y1;
          }
          area += ((ringAt === 0 ? 1 : -1) * Math.abs(doubled) * scaleX * scaleY) / 2;
        }
      }
    }
  }
  return area;
}

type OutlineAreas = Record<string, Record<string, { count: number; areaSquareMeters: number }>>;

/** Plan areas of the same files united by shapely; see the script beside the fixture. */
const oracle = JSON.parse(
  readFileSync(new URL('../../../fixtures/outlines/outline-areas.json', import.meta.url), 'utf8'),
) as OutlineAreas;

function outlineArea(elements: readonly CityElement[]): number {
  return elements.reduce((sum, one) => sum + measurePlanArea(one.footprint), 0);
}

const delfshaven = realDataPath('citymodels/rotterdam-delfshaven.city.json');
const delft = realDataPath('citymodels/delft-v2.city.json');
const nyc = realDataPath('footprints/nyc-osm-buildings');

describe.skipIf(!delfshaven)('delfshaven', () => {
  it('has 853 buildings whose roofs cover what the source covers', async () => {
    const { elements } = await readReal('delfshaven', 'buildings');
    expect(elements).toHaveLength(853);
    let roofs = 0;
    for (const { shape, footprint } of elements) {
      expect(footprint.length).toBeGreaterThan(0);
      if (shape.type !== 'surfaces') throw new Error('drawn from surfaces');
      for (const { semantic, rings } of shape.surfaces) {
        if (semantic === 'roof') roofs += measurePlanArea([rings.map((ring) => ring.map(([x, y]) => [x, y]))]);
      }
    }
    const source = rawRoofArea(delfshaven!);
    expect(Math.abs(roofs / source - 1)).toBeLessThan(0.005);
    const united = oracle['rotterdam-delfshaven.city.json']!.Building!;
    expect(united.count).toBe(853);
    expect(outlineArea(elements)).toBeCloseTo(united.areaSquareMeters, 3);
  });
});

describe.skipIf(!delft)('delft', () => {
  it('has 160 buildings and 146 roads and bridges, every other object counted', async () => {
    const buildings = await readReal('delft', 'buildings');
    const infrastructure = await readReal('delft', 'infrastructure');
    expect([buildings.elements.length, infrastructure.elements.length]).toEqual([160, 146]);
    expect(buildings.context.counts()['cityjson.typeSkipped']).toBe(570 - 160);
    expect(buildings.heightDatum).toBe('EPSG:5709');
    const { Building, Road, Bridge } = oracle['delft-v2.city.json']!;
    expect(outlineArea(buildings.elements)).toBeCloseTo(Building!.areaSquareMeters, 3);
    const ways = Road!.areaSquareMeters + Bridge!.areaSquareMeters;
    expect(outlineArea(infrastructure.elements)).toBeCloseTo(ways, 3);
  });
});

describe.skipIf(!nyc)('nyc', () => {
  it('makes each of the 19,763 polygons a row or a counted issue', async () => {
    const { elements, context } = await readReal('nyc', 'buildings');
    const counts = context.counts();
    const left = ['element.duplicateId', 'element.pieceJoined', 'element.partFolded', 'geometry.unusable'];
    const told = left.reduce((sum, code) => sum + (counts[code] ?? 0), 0);
    expect(elements.length + told).toBe(19_763);
    expect(counts['geojson.labelPoint']).toBe(19_804);
    const ids = new Set(elements.map((one) => one.attributes.id));
    // 18,612 ids in the files, 438 of them parts of buildings that are there too.
    expect(ids.size).toBe(18_612 - 438);
    expect(elements).toHaveLength(ids.size);
  });
});
