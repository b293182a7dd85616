import { describe, expect, it } from 'vitest';
import { PIPE_CLASSES, pipeSchema } from '../../../../src/core/city/pipe.ts';
import type { RecipeDataset } from '../../../../src/core/city/recipe.ts';
import { readVectorLayer } from '../../../../tools/layers/read-layer.ts';
import { realDataPath } from '../../../real/real-data.ts';
import { collectingContext } from '../elements/collecting-context.ts';
import { recipeOver } from '../elements/read-from-folder.ts';

const AT = [
  [4.3, 51.9],
  [4.301, 51.9],
];
const pipe = (properties: object, coordinates: unknown = AT, type = 'LineString') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});

async function read(features: unknown[], dataset: Partial<RecipeDataset> = {}) {
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  const over = await recipeOver({ 'p.geojson': text }, { id: 'pipes', kind: 'pipes', ...dataset });
  const context = collectingContext();
  const answer = await readVectorLayer('pipes', over.dataset, over.loaded, context);
  if (!answer.ok) throw new Error(answer.issue.code);
  return {
    pipes: answer.value.features.map(({ properties }) => properties),
    read: answer.value,
    issues: context.issues,
  };
}

describe('pipelines', () => {
  it('knows the classes of CJJ 61 by name, letter and sub-class, and keeps what it does not know as unknown, counted', async () => {
    const known = ['给水', '污水管道', 'rq', '热力', '路灯', 'TX', '工业', '综合管廊'];
    const more = ['雨水YS', 'YS01', 'Storm Water', 'telecom'];
    const { pipes, issues } = await read([...known, ...more, '不明', '空管'].map((word) => pipe({ 管线类别: word })));
    expect(pipes.slice(0, 8).map(({ pipeClass }) => pipeClass)).toEqual([...PIPE_CLASSES]);
    expect(pipes.slice(8).map(({ pipeClass }) => pipeClass)).toEqual([
      ...['drainage', 'drainage', 'drainage', 'communication'],
      ...[null, null],
    ]);
    expect(issues).toMatchObject([
      { code: 'pipe.classUnknown', place: { row: 13 }, values: { value: '不明' } },
      { code: 'pipe.classUnknown', place: { row: 14 }, values: { value: '空管' } },
    ]);
  });

  it('reads size, material, depth and year as surveys write them, and keeps the source untouched', async () => {
    const record = {
      管线类别: '给水',
      管径: 'DN300',
      材质: '球墨铸铁',
      埋深: '1.35',
      建设年代: '2008-06',
      权属: '水务集团',
    };
    const {
      pipes,
      issues,
      read: layer,
    } = await read([
      pipe(record),
      pipe({ 管线类别: 'DL', 断面尺寸: '800×600', 材质: '梚管', 埋深: 0.7, 建设日期: 1999 }),
      pipe({ 管线类别: 'RQ' }),
    ]);
    expect(pipes[0]).toMatchObject({
      ...{
        diameterMillimeters: 300,
        ductMillimeters: null,
        material: 'ductileIron',
        depthMeters: 1.35,
        yearBuilt: 2008,
      },
      source: record,
    });
    expect(pipes[1]).toMatchObject({
      ...{
        diameterMillimeters: null,
        ductMillimeters: [800, 600],
        material: '梚管',
        depthMeters: 0.7,
        yearBuilt: 1999,
      },
    });
    expect(pipes[2]).toMatchObject({ diameterMillimeters: null, material: null, depthMeters: null, yearBuilt: null });
    expect(issues).toEqual([]);
    for (const feature of layer.features) expect(pipeSchema.safeParse(feature).success).toBe(true);
  });

  it('tells numbers that are none or cannot be, by row and field', async () => {
    const { pipes, issues } = await read([pipe({ class: 'gas', 管径: '中压', 埋深: 900, year: 20 })]);
    expect(pipes[0]).toMatchObject({ diameterMillimeters: null, depthMeters: null, yearBuilt: null });
    expect(issues.map(({ code, values }) => [code, values?.field]).sort()).toEqual([
      ['attribute.implausible', 'year'],
      ['attribute.implausible', '埋深'],
      ['attribute.notNumber', '管径'],
    ]);
  });

  it('follows the mapping of the recipe, takes lines of several parts, and leaves out what is no line', async () => {
    const parts = [
      AT,
      [
        [4.31, 51.9],
        [4.31, 51.9],
        [4.32, 51.91],
      ],
    ];
    const attributes = { id: 'nr', pipeClass: { field: 'kind', map: { W: 'water' } } };
    const {
      pipes,
      issues,
      read: layer,
    } = await read(
      [pipe({ nr: 7, kind: 'W' }, parts, 'MultiLineString'), pipe({ nr: 8, kind: 'W' }, [4.3, 51.9], 'Point')],
      { attributes },
    );
    expect(pipes.map(({ id, pipeClass }) => [id, pipeClass])).toEqual([['7', 'water']]);
    expect(layer.features[0]?.geometry.coordinates.map((line) => line.length)).toEqual([2, 2]);
    expect(issues).toMatchObject([{ code: 'geojson.notLine', place: { row: 2 } }]);
  });

  it('reads the water network of a real county, in feet, where the pipes lie', async (test) => {
    const source = realDataPath('utilities/ky4_pipes.geojson');
    test.skip(source === null, 'the data utilities/ky4_pipes.geojson is not on this machine');
    const dataset = {
      id: 'pipes',
      kind: 'pipes' as const,
      source: source!,
      attributes: { pipeClass: { value: 'water' } },
    };
    const over = await recipeOver({}, dataset, { projectCrs: 'EPSG:32616' });
    const context = collectingContext();
    const answer = await readVectorLayer('pipes', over.dataset, over.loaded, context);
    if (!answer.ok) throw new Error(answer.issue.code);
    expect(answer.value.features).toHaveLength(1156);
    expect(answer.value.crs).toBe('EPSG:3547');
    // The source states diameters in metres; as millimetres they cannot be, and are not believed.
    expect(context.issues.filter(({ code }) => code === 'attribute.implausible')).toHaveLength(1156);
    for (const { geometry } of answer.value.features) {
      for (const [lon, lat] of geometry.coordinates.flat()) {
        expect(lon > -85.7 && lon < -85.4 && lat > 37.9 && lat < 38.2).toBe(true);
      }
    }
  });
});
