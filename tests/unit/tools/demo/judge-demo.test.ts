import { readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { judgeDemo } from '../../../../tools/demo/judge-demo.ts';
import { buildPackage } from '../../../../tools/package/build-package.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { quietContext } from '../package/quiet-context.ts';
import { writeSampleRecipe } from '../package/sample-recipe.ts';

it('keeps a whole demo of these tools and a city of one’s own; anything else is built again', async () => {
  const root = freshFolder('judge-demo');
  const folder = path.join(root, 'demo');
  expect(await judgeDemo(folder)).toBe('missing');
  const recipe = await writeSampleRecipe(path.join(root, 'sources'));
  const sample = JSON.parse(await readFile(recipe, 'utf8')) as Record<string, unknown>;
  await writeFile(recipe, JSON.stringify({ ...sample, synthetic: true }));
  const built = await buildPackage(recipe, { out: folder, tilesFolder: root, force: false }, quietContext());
  expect(built.ok).toBe(true);
  expect(await judgeDemo(folder)).toBe('upToDate');

  const file = path.join(folder, 'city.json');
  const manifest = await readFile(file, 'utf8');
  const change = (edit: Record<string, unknown>) =>
    writeFile(file, JSON.stringify({ ...JSON.parse(manifest), ...edit }));
  await change({ tool: { name: 'cim-city-viewer', version: '0.0.1' } });
  expect(await judgeDemo(folder)).toBe('outOfDate');
  await change({ tool: { name: 'cim-city-viewer', version: '0.0.1' }, synthetic: false });
  expect(await judgeDemo(folder)).toBe('upToDate');
  await writeFile(file, manifest.slice(0, 200));
  expect(await judgeDemo(folder)).toBe('outOfDate');
  await writeFile(file, manifest);
  await truncate(path.join(folder, 'buildings.parquet'), 100);
  expect(await judgeDemo(folder)).toBe('outOfDate');
});
