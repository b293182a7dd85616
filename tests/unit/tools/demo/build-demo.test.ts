import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { CityManifest } from '../../../../src/core/city/city-manifest.ts';
import { DEFAULT_DEMO_PLAN } from '../../../../tools/demo/demo-plan.ts';
import { writeDemo } from '../../../../tools/demo/write-demo.ts';
import { buildPackage } from '../../../../tools/package/build-package.ts';
import { freshFolder } from '../../fresh-folder.ts';

const folder = freshFolder('demo');

async function buildDemo(name: string): Promise<string> {
  const recipe = await writeDemo(DEFAULT_DEMO_PLAN, path.join(folder, `${name}-sources`));
  const out = path.join(folder, name);
  const built = await buildPackage(
    recipe,
    { out, tilesFolder: path.join(folder, 'tiles'), force: false },
    { progress: () => undefined, report: () => undefined, signal: new AbortController().signal },
  );
  expect(built.ok).toBe(true);
  return readFileSync(path.join(out, 'city.json'), 'utf8');
}

it('builds the demo city twice to the same bytes, in at most 30 seconds', async () => {
  const start = performance.now();
  const first = await buildDemo('first');
  expect(performance.now() - start).toBeLessThan(30_000);
  // The manifest holds the hash of every other file.
  expect(await buildDemo('second')).toBe(first);
  const manifest = JSON.parse(first) as CityManifest;
  expect(manifest.synthetic).toBe(true);
  const residents = manifest.rules.find((rule) => rule.id.startsWith('people') && rule.standing === 'derived');
  expect(residents?.count).toBeGreaterThan(1000);
  expect(manifest.issues.filter((issue) => issue.severity !== 'note')).toEqual([]);
});
