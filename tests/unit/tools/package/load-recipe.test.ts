import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRecipe, resolveSources, sourceName } from '../../../../tools/package/load-recipe.ts';
import { freshFolder } from '../../fresh-folder.ts';

const RECIPE = {
  version: 1,
  id: 'city',
  name: { zh: '城', en: 'City' },
  projectCrs: 'EPSG:4547',
  datasets: [{ id: 'buildings', kind: 'buildings', source: 'data/*.json' }],
};

let folder = '';

async function load(content: unknown) {
  const file = path.join(folder, 'recipe.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return loadRecipe(file);
}

async function refusal(content: unknown) {
  const loaded = await load(content);
  return loaded.ok ? null : loaded.issue;
}

beforeAll(async () => {
  folder = freshFolder('recipe');
  await mkdir(path.join(folder, 'data/deep'), { recursive: true });
  for (const name of ['data/b.json', 'data/a.json', 'data/deep/c.json', 'data/[x].json', 'data/d.txt']) {
    await writeFile(path.join(folder, name), '{}');
  }
});

describe('loading a recipe', () => {
  it('answers the recipe and its folder', async () => {
    const loaded = await load(RECIPE);
    expect(loaded.ok && loaded.value).toEqual({ recipe: RECIPE, folder });
  });

  it('names fields that mean nothing, at every depth', async () => {
    const dataset = { ...RECIPE.datasets[0], heigthDatum: 'EGM96', attributes: { storysAbove: 'x', height: 'h' } };
    const loaded = await load({ ...RECIPE, surveydate: '2020', assumptions: { storeyHeight: 3 }, datasets: [dataset] });
    const fields = loaded.ok ? loaded.value.doubts?.map((issue) => issue.values?.field) : [];
    expect(fields).toEqual([
      'surveydate',
      'assumptions.storeyHeight',
      'datasets.0.heigthDatum',
      'datasets.0.attributes.storysAbove',
    ]);
  });

  it('names what is wrong', async () => {
    expect(await refusal({ ...RECIPE, version: 2 })).toMatchObject({
      code: 'recipe.version',
      values: { version: '2' },
    });
    expect(await refusal({ ...RECIPE, projectCrs: 7 })).toMatchObject({
      code: 'recipe.invalid',
      values: { field: 'projectCrs' },
    });
    expect(await refusal({ ...RECIPE, datasets: [{ ...RECIPE.datasets[0], kind: 'x' }] })).toMatchObject({
      code: 'recipe.invalid',
      values: { field: 'datasets.0.kind' },
    });
    const twice = [RECIPE.datasets[0], RECIPE.datasets[0]];
    expect(await refusal({ ...RECIPE, datasets: twice })).toMatchObject({
      code: 'dataset.duplicateId',
      place: { layer: 'buildings' },
    });
    expect(await refusal('{"version": 1,')).toMatchObject({ code: 'json.cut', place: { file: 'recipe.json' } });
    const absent = await loadRecipe(path.join(folder, 'absent.json'));
    expect(absent.ok ? null : absent.issue).toMatchObject({ code: 'file.unreadable', values: { detail: 'ENOENT' } });
  });
});

describe('resolving sources', () => {
  async function resolve(source: string | string[]) {
    const loaded = await load(RECIPE);
    if (!loaded.ok) throw new Error(loaded.issue.code);
    const found = await resolveSources({ id: 'b', kind: 'buildings', source }, loaded.value);
    return found.ok ? found.value.map((file) => sourceName(file, loaded.value)) : found.issue;
  }

  it('expands patterns, sorted, each file once', async () => {
    expect(await resolve('data/?.json')).toEqual(['data/a.json', 'data/b.json']);
    expect(await resolve('data/**/*.json')).toEqual([
      'data/[x].json',
      'data/a.json',
      'data/b.json',
      'data/deep/c.json',
    ]);
    expect(await resolve(['data/b.json', 'data/?.json'])).toEqual(['data/a.json', 'data/b.json']);
    expect(await resolve(path.join(folder, 'data/?.json'))).toEqual(['data/a.json', 'data/b.json']);
  });

  it('takes a file whose name looks like a pattern by its name', async () => {
    expect(await resolve('data/[x].json')).toEqual(['data/[x].json']);
  });

  it('names the source that leads to nothing', async () => {
    const absent = { code: 'source.absent', place: { file: 'data/absent.json', layer: 'b' } };
    expect(await resolve(['data/a.json', 'data/absent.json'])).toMatchObject(absent);
    expect(await resolve('none/*.json')).toMatchObject({ code: 'source.absent', place: { file: 'none/*.json' } });
    expect(await resolve('data/deep')).toMatchObject({ code: 'source.absent' });
  });
});
