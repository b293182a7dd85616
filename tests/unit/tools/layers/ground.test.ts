import { describe, expect, it } from 'vitest';
import { landAreaSchema, waterAreaSchema, waySchema } from '../../../../src/core/city/ground-feature.ts';
import { type LayerKind, readVectorLayer } from '../../../../tools/layers/read-layer.ts';
import { collectingContext } from '../elements/collecting-context.ts';
import { recipeOver, squareFeature } from '../elements/read-from-folder.ts';

const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const line = (coordinates: unknown, properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates },
});

async function read<K extends LayerKind>(kind: K, text: string) {
  const over = await recipeOver({ 'g.geojson': text }, { id: kind, kind });
  const context = collectingContext();
  const answer = await readVectorLayer(kind, over.dataset, over.loaded, context);
  return { features: answer.ok ? answer.value.features : [], issues: context.issues, answer };
}

describe('land use', () => {
  it('understands class codes, Chinese and OpenStreetMap words, and tells what it does not know', async () => {
    const words = ['R2', '公园绿地', 'wood', 'A5', 'moon base'];
    const { features, issues } = await read(
      'landuse',
      collection(...words.map((landuse, index) => squareFeature(4.3 + index / 100, 51.9, { landuse }))),
    );
    expect(features.map((feature) => feature.properties.landUse)).toEqual([
      'residential',
      'green',
      'forest',
      'health',
      'other',
    ]);
    expect(issues).toMatchObject([{ code: 'ground.classUnknown', place: { row: 5 }, values: { value: 'moon base' } }]);
    for (const feature of features) expect(landAreaSchema.safeParse(feature).success).toBe(true);
  });
});

describe('ways', () => {
  it('keeps class, width and name of lines, drops repeated positions and skips what is no line', async () => {
    const { features, issues } = await read(
      'network',
      collection(
        line(
          [
            [4.3, 51.9],
            [4.3, 51.9],
            [4.31, 51.9],
          ],
          { 名称: '滨江路', 道路等级: '主干路', 宽度: '34' },
        ),
        line(
          [
            [4.3, 51.9],
            [4.31, 51.91],
          ],
          { fclass: 'footway', width: -3 },
        ),
        line([[4.3, 51.9]], { fclass: 'residential' }),
        squareFeature(4.3, 51.9, {}),
      ),
    );
    expect(features.map(({ properties }) => [properties.name, properties.wayClass, properties.widthMeters])).toEqual([
      ['滨江路', 'arterial', 34],
      [null, 'path', null],
    ]);
    expect(features[0]?.geometry.coordinates).toEqual([
      [
        [4.3, 51.9],
        [4.31, 51.9],
      ],
    ]);
    expect(issues.map((issue) => [issue.code, issue.place.row])).toEqual([
      ['geometry.unusable', 3],
      ['geojson.notLine', 4],
    ]);
    for (const feature of features) expect(waySchema.safeParse(feature).success).toBe(true);
  });
});

describe('water', () => {
  it('reads areas', async () => {
    const { features } = await read('water', collection(squareFeature(4.3, 51.9, { name: '清江' })));
    expect(features.map(({ properties }) => properties.name)).toEqual(['清江']);
    expect(waterAreaSchema.safeParse(features[0]).success).toBe(true);
  });

  it('refuses a layer without a single area', async () => {
    const { answer } = await read(
      'water',
      collection(
        line(
          [
            [4.3, 51.9],
            [4.4, 51.9],
          ],
          {},
        ),
      ),
    );
    expect(answer.ok ? 'read' : answer.issue.code).toBe('dataset.empty');
  });
});
