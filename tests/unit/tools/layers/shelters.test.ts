import { describe, expect, it } from 'vitest';
import type { RecipeDataset } from '../../../../src/core/city/recipe.ts';
import { shelterSchema } from '../../../../src/core/evacuation/shelter.ts';
import { readVectorLayer } from '../../../../tools/layers/read-layer.ts';
import { collectingContext } from '../elements/collecting-context.ts';
import { recipeOver, squareFeature } from '../elements/read-from-folder.ts';

async function read(files: Record<string, string | Uint8Array>, dataset: Partial<RecipeDataset> = {}) {
  const over = await recipeOver(files, { id: 'shelters', kind: 'shelters', ...dataset });
  const context = collectingContext();
  const answer = await readVectorLayer('shelters', over.dataset, over.loaded, context);
  return { context, shelters: answer.ok ? answer.value.features : [], refusal: answer.ok ? null : answer.issue };
}

const point = (properties: Record<string, unknown>, coordinates: unknown = [4.3, 51.9]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('shelters from GeoJSON', () => {
  it('reads the eight flags: yes, no, and unknown where the column is absent', async () => {
    const properties = {
      共通ID: 'E1',
      '施設・場所名': '小学校',
      住所: '1-1',
      洪水: '1',
      '崖崩れ、土石流及び地滑り': '',
      地震: null,
      津波: 'maybe',
    };
    const { shelters, context } = await read({ 's.geojson': collection(point(properties)) });
    expect(shelterSchema.safeParse(shelters[0]).success).toBe(true);
    expect(shelters[0]?.properties).toMatchObject({ id: 'E1', name: '小学校', address: '1-1', shelterClass: null });
    expect(shelters[0]?.properties.hazards).toEqual({
      flood: true,
      landslide: false,
      stormSurge: null,
      earthquake: null,
      tsunami: null,
      fire: null,
      waterlogging: null,
      volcanic: null,
    });
    expect(context.issues).toMatchObject([
      { code: 'shelter.flagUnclear', place: { row: 1 }, values: { column: '津波' } },
    ]);
  });

  it('maps flags by the recipe', async () => {
    const attributes = { flood: { field: 'kind', map: { both: '1', quake: '0' } }, earthquake: { value: '1' } };
    const features = [point({ id: 'a', kind: 'both' }), point({ id: 'b', kind: 'quake' })];
    const { shelters } = await read({ 's.geojson': collection(...features) }, { attributes });
    expect(shelters.map(({ properties }) => [properties.hazards.flood, properties.hazards.earthquake])).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  it('places a site at its centre and measures its area', async () => {
    const { shelters } = await read({
      's.geojson': collection(squareFeature(4.3, 51.9, { id: 'a', capacity: '300' })),
    });
    expect(shelters[0]?.geometry.coordinates[0]).toBeCloseTo(4.3001, 9);
    expect(shelters[0]?.geometry.coordinates[1]).toBeCloseTo(51.9001, 9);
    expect(shelters[0]?.properties.areaSquareMeters).toBeGreaterThan(303);
    expect(shelters[0]?.properties.areaSquareMeters).toBeLessThan(308);
    expect(shelters[0]?.properties.capacityPeople).toBe(300);
  });

  it('counts shelters without a position', async () => {
    const features = [
      point({ id: 'a' }),
      point({ id: 'b' }, [null, 51]),
      { type: 'Feature', properties: {}, geometry: null },
    ];
    const { shelters, context } = await read({ 's.geojson': collection(...features) });
    expect(shelters.map((one) => one.properties.id)).toEqual(['a']);
    expect(context.counts()).toEqual({ 'shelter.noPosition': 2 });
  });
});

describe('shelters from CSV', () => {
  const rows = 'name,lon,lat,flood,earthquake\n"School, east",4.3,51.9,1,\nHall,4.31,51.9,0,1\n';

  it.each([
    ['UTF-8', rows],
    ['UTF-8 with a byte-order mark', `\ufeff${rows}`],
    ['semicolons', rows.replace('"School, east"', 'School east').replaceAll(',', ';')],
  ])('reads %s', async (_, text) => {
    const { shelters, context } = await read({ 's.csv': text });
    expect(shelters.map((one) => one.geometry.coordinates)).toEqual([
      [4.3, 51.9],
      [4.31, 51.9],
    ]);
    expect(shelters[0]?.properties.hazards).toMatchObject({ flood: true, earthquake: false, tsunami: null });
    expect(context.counts()).toEqual({});
  });

  it('reads GBK and says so', async () => {
    // 名称,经度,纬度,洪水 / 第一小学,4.3,51.9,1
    const header = ['c3fbb3c6', '2c', 'beadb6c8', '2c', 'ceb3b6c8', '2c', 'bae9cbae', '0a'].join('');
    const row = `b5dad2bbd0a1d1a7${Buffer.from(',4.3,51.9,1\n').toString('hex')}`;
    const { shelters, context } = await read({ 's.csv': Uint8Array.from(Buffer.from(header + row, 'hex')) });
    expect(shelters[0]?.properties).toMatchObject({ name: '第一小学', hazards: { flood: true } });
    expect(context.issues).toMatchObject([{ code: 'text.encodingGuessed', values: { encoding: 'gb18030' } }]);
  });

  it('keeps good rows and tells the bad ones', async () => {
    const { shelters, context } = await read({ 's.csv': `${rows}Short,4.3\nFar,abc,51.9,1,1\n` });
    expect(shelters).toHaveLength(2);
    expect(context.counts()).toEqual({ 'csv.fieldCount': 1, 'shelter.noPosition': 2 });
    expect(context.issues[0]?.place).toMatchObject({ file: 's.csv', row: 3 });
  });

  it('refuses a table without coordinates, and planar ones without CRS', async () => {
    expect((await read({ 's.csv': 'name,where\na,b\n' })).refusal?.code).toBe('csv.noCoordinates');
    const planar = 'name,x,y\na,589600,5750000\n';
    expect((await read({ 's.csv': planar })).refusal?.code).toBe('crs.missing');
    const stated = await read({ 's.csv': planar }, { crs: 'EPSG:32631' });
    expect(stated.shelters[0]?.geometry.coordinates[0]).toBeCloseTo(4.3, 1);
  });
});
