import { describe, expect, it } from 'vitest';
import { facilitySchema } from '../../../../src/core/city/facility.ts';
import type { RecipeDataset } from '../../../../src/core/city/recipe.ts';
import { readVectorLayer } from '../../../../tools/layers/read-layer.ts';
import { collectingContext } from '../elements/collecting-context.ts';
import { recipeOver, squareFeature } from '../elements/read-from-folder.ts';

const point = (properties: Record<string, unknown>, coordinates: unknown = [4.3, 51.9]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates },
});

async function read(features: unknown[] | string, dataset: Partial<RecipeDataset> = {}) {
  const files: Record<string, string> =
    typeof features === 'string'
      ? { 'f.csv': features }
      : { 'f.geojson': JSON.stringify({ type: 'FeatureCollection', features }) };
  const over = await recipeOver(files, { id: 'facilities', kind: 'facilities', ...dataset });
  const context = collectingContext();
  const answer = await readVectorLayer('facilities', over.dataset, over.loaded, context);
  if (!answer.ok) throw new Error(answer.issue.code);
  return { facilities: answer.value.features, issues: context.issues };
}

describe('critical facilities', () => {
  it('understands Chinese and OpenStreetMap words, and counts what it does not know as another kind', async () => {
    const words = ['医院', 'fire_station', '小学', '变电站', 'circus'];
    const { facilities, issues } = await read(words.map((amenity) => point({ amenity, 名称: amenity })));
    expect(facilities.map(({ properties }) => properties.kind)).toEqual([
      'hospital',
      'fireStation',
      'school',
      'power',
      'other',
    ]);
    expect(facilities[0]?.properties).toMatchObject({ name: '医院', source: { amenity: '医院' } });
    expect(issues).toMatchObject([{ code: 'facility.kindUnknown', place: { row: 5 }, values: { value: 'circus' } }]);
    for (const facility of facilities) expect(facilitySchema.safeParse(facility).success).toBe(true);
  });

  it('maps fields by the recipe, stands a site at its centre, and leaves out what has no place', async () => {
    const site = squareFeature(4.3, 51.9, { nr: 'b', what: 'school' });
    const features = [point({ nr: 'a', what: 'H' }), site, { ...site, geometry: null }];
    const attributes = { id: 'nr', kind: { field: 'what', map: { H: 'hospital' } } };
    const { facilities, issues } = await read(features, { attributes });
    expect(facilities.map(({ properties: { id, kind } }) => [id, kind])).toEqual([
      ['a', 'hospital'],
      ['b', 'school'],
    ]);
    const ring = (site.geometry as { coordinates: number[][][] }).coordinates[0]!;
    const middle = [0, 1].map((axis) => ring.slice(0, 4).reduce((sum, at) => sum + at[axis]! / 4, 0));
    facilities[1]?.geometry.coordinates.forEach((value, axis) => {
      expect(value).toBeCloseTo(middle[axis]!, 9);
    });
    expect(issues).toMatchObject([{ code: 'facility.noPosition', place: { row: 3 } }]);
  });

  it('reads points from CSV', async () => {
    const { facilities } = await read('id,name,kind,lon,lat\n7,北站,消防站,4.3,51.9\n');
    expect(facilities[0]?.geometry.coordinates).toEqual([4.3, 51.9]);
    expect(facilities[0]?.properties).toMatchObject({ id: '7', name: '北站', kind: 'fireStation' });
  });
});
