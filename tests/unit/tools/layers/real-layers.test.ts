import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readVectorLayer } from '../../../../tools/layers/read-layer.ts';
import { loadRecipe } from '../../../../tools/package/load-recipe.ts';
import { realDataPath } from '../../../real/real-data.ts';
import { collectingContext } from '../elements/collecting-context.ts';

type Ring = readonly (readonly number[])[];

/** Even-odd ray casting, the test's own oracle: point in polygon with holes. */
function isInside([x, y]: readonly [number, number], polygon: readonly Ring[]): boolean {
  let inside = false;
  for (const ring of polygon) {
    for (let index = 0, last = ring.length - 1; index < ring.length; last = index, index += 1) {
      const [ax = 0, ay = 0] = ring[index]!;
      const [bx = 0, by = 0] = ring[last]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

async function loadNumazu() {
  const loaded = await loadRecipe(fileURLToPath(new URL('../../../real/numazu.json', import.meta.url)));
  if (!loaded.ok) throw new Error(loaded.issue.code);
  const context = collectingContext();
  const dataset = (id: string) => loaded.value.recipe.datasets.find((one) => one.id === id)!;
  const zones = async (id: string) => {
    const read = await readVectorLayer('zones', dataset(id), loaded.value, context);
    if (!read.ok) throw new Error(JSON.stringify(read.issue));
    return read.value.features;
  };
  const shelters = async (id: string) => {
    const read = await readVectorLayer('shelters', dataset(id), loaded.value, context);
    if (!read.ok) throw new Error(JSON.stringify(read.issue));
    return read.value.features;
  };
  return { zones, shelters, context };
}

const here = realDataPath('citymodels/plateau/numazu') && realDataPath('shelters/jp-numazu-emergency.geojson');

describe.skipIf(!here)('numazu', () => {
  it('has 3 flood, 3 tsunami and 81 landslide zones where they should lie', async () => {
    const { zones } = await loadNumazu();
    const [flood, tsunami, landslide] = [
      await zones('flood-zones'),
      await zones('tsunami-zones'),
      await zones('landslide-zones'),
    ];
    expect([flood.length, tsunami.length, landslide.length]).toEqual([3, 3, 81]);
    expect(new Set(landslide.map((zone) => zone.properties.hazard))).toEqual(new Set(['landslide']));
    const levels = landslide.map((zone) => zone.properties.level);
    expect(levels.filter((level) => level === 'yellow')).toHaveLength(39);
    expect(levels.filter((level) => level === 'red')).toHaveLength(42);
    for (const zone of [...flood, ...tsunami, ...landslide]) {
      for (const [lon, lat] of zone.geometry.coordinates.flat(2)) {
        expect(lon).toBeGreaterThan(138.7);
        expect(lon).toBeLessThan(138.95);
        expect(lat).toBeGreaterThan(35);
        expect(lat).toBeLessThan(35.2);
      }
    }
  });

  it('has exactly one of 105 emergency places and none of 51 shelters in a landslide zone', async () => {
    const { zones, shelters, context } = await loadNumazu();
    const landslide = await zones('landslide-zones');
    const inZone = async (id: string, count: number) => {
      const places = await shelters(id);
      expect(places).toHaveLength(count);
      return places.filter((place) =>
        landslide.some((zone) =>
          zone.geometry.coordinates.some((polygon) => isInside(place.geometry.coordinates, polygon)),
        ),
      );
    };
    const emergency = await inZone('emergency-places', 105);
    expect(emergency.map((place) => place.properties.name)).toEqual(['第三地区センター']);
    expect(emergency[0]?.properties.hazards.landslide).toBe(true);
    expect(await inZone('evacuation-shelters', 51)).toEqual([]);
    expect(context.counts()['geometry.unusable']).toBeUndefined();
  });
});

describe.skipIf(!realDataPath('shelters/jp-koto-unavailable-emergency.geojson'))('koto', () => {
  it('refuses the "unavailable" document by name', async () => {
    const source = fileURLToPath(
      new URL('../../../../../shared/data/shelters/jp-koto-unavailable-emergency.geojson', import.meta.url),
    );
    const loaded = await loadRecipe(fileURLToPath(new URL('../../../real/numazu.json', import.meta.url)));
    if (!loaded.ok) throw new Error(loaded.issue.code);
    const read = await readVectorLayer(
      'shelters',
      { id: 's', kind: 'shelters', source },
      loaded.value,
      collectingContext(),
    );
    expect(read.ok ? 'read' : read.issue).toMatchObject({
      code: 'geojson.notFeatures',
      values: { found: 'unavailable' },
    });
  });
});
