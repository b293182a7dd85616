import { cp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TileIndex } from '../../../../src/core/city/city-manifest.ts';
import { buildPackage } from '../../../../tools/package/build-package.ts';
import { verifyPackage } from '../../../../tools/verify/verify-package.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { quietContext } from '../package/quiet-context.ts';
import { writeSampleRecipe } from '../package/sample-recipe.ts';
import { editJson, editManifest, rehash } from './damage.ts';

let root = '';
let sound = '';
let tile = '';
let copies = 0;

async function build(recipe: string, name: string): Promise<string> {
  const out = path.join(root, name);
  const built = await buildPackage(recipe, { out, tilesFolder: root, force: false }, quietContext());
  if (!built.ok) throw new Error(JSON.stringify(built.issue));
  return out;
}

/** The tiles of the sample, adopted as if another program had made them, with one content lost on the way. */
beforeAll(async () => {
  root = freshFolder('adopted');
  const built = await build(await writeSampleRecipe(path.join(root, 'sources')), 'built');
  await cp(path.join(built, 'buildings'), path.join(root, 'foreign'), { recursive: true });
  await editJson<{ root: { children: unknown[]; boundingVolume: unknown } }>(
    path.join(root, 'foreign', 'tileset.json'),
    ({ root: top }) => {
      top.children.push({ boundingVolume: top.boundingVolume, geometricError: 0, content: { uri: 'lost.glb' } });
    },
  );
  const recipe = {
    version: 1,
    id: 'adopted',
    name: { zh: '采用', en: 'Adopted' },
    projectCrs: 'EPSG:4547',
    datasets: [{ id: 'buildings', kind: 'buildings', source: 'foreign/tileset.json' }],
  };
  await writeFile(path.join(root, 'recipe.json'), JSON.stringify(recipe));
  sound = await build(path.join(root, 'recipe.json'), 'sound');
  tile = (await readdir(path.join(sound, 'buildings'))).filter((name) => name.endsWith('.glb')).sort()[0]!;
});

const editIndex = (folder: string, edit: (contents: TileIndex['contents']) => void) =>
  editJson<TileIndex>(path.join(folder, 'buildings.index.json'), ({ contents }) => edit(contents));

type Damage = [told: string, code: string, damage: (folder: string) => Promise<void>];

const DAMAGES: Damage[] = [
  ['a content that is gone', 'index.content', (folder) => rm(path.join(folder, 'buildings', tile))],
  ['a cut content', 'tile.unreadable', (folder) => truncate(path.join(folder, 'buildings', tile), 700)],
  [
    'a row that does not exist',
    'index.row',
    (folder) => editIndex(folder, (contents) => contents[tile]!.fill(5000, 0, 1)),
  ],
  [
    'a row that nothing leads to',
    'index.rowMissing',
    (folder) => editIndex(folder, (contents) => contents[tile]!.fill(-1, 0, 1)),
  ],
  [
    'a feature that the content lacks',
    'index.feature',
    (folder) => editIndex(folder, (contents) => void contents[tile]!.push(0)),
  ],
  [
    'rows in the wrong order',
    'tile.misplaced',
    (folder) => editIndex(folder, (contents) => void contents[tile]!.reverse()),
  ],
  [
    'a content that no tile names',
    'index.content',
    (folder) => editIndex(folder, (contents) => void Object.assign(contents, { 'other.glb': [0] })),
  ],
  [
    'an absent content that is not listed',
    'index.content',
    (folder) => editManifest(folder, ({ tilesets }) => void tilesets[0]!.absentContents.pop()),
  ],
  ['a cut index', 'index.unreadable', (folder) => truncate(path.join(folder, 'buildings.index.json'), 20)],
  ['a cut tileset', 'tileset.unreadable', (folder) => truncate(path.join(folder, 'buildings', 'tileset.json'), 50)],
];

describe('verify of an adopted tileset', () => {
  it('passes a sound one and tells what its source lacks as inherited', async () => {
    const report = await verifyPackage(sound, quietContext());
    expect(report.faults).toEqual([]);
    expect(report.inherited).toContainEqual({ code: 'tileset.absentContent', where: 'buildings/lost.glb' });
    expect(report.checked).toMatchObject({ rows: 31, indexedFeatures: 31 });
  });

  it.each(DAMAGES)('finds %s behind fitting hashes', async (_, code, damage) => {
    copies += 1;
    const folder = path.join(root, `copy-${copies}`);
    await cp(sound, folder, { recursive: true });
    await damage(folder);
    await rehash(folder);
    const report = await verifyPackage(folder, quietContext());
    expect(report.ok).toBe(false);
    expect(report.faults.map((fault) => fault.code)).toContain(code);
  });

  it('tells volumes that the source made too small as inherited', async () => {
    const folder = path.join(root, 'small');
    await cp(sound, folder, { recursive: true });
    interface Tile {
      boundingVolume: { region: number[] };
      children?: Tile[];
    }
    const shrink = (each: Tile) => {
      each.boundingVolume.region[5]! -= 20;
      for (const child of each.children ?? []) shrink(child);
    };
    await editJson<{ root: Tile }>(path.join(folder, 'buildings', 'tileset.json'), (tileset) => shrink(tileset.root));
    await rehash(folder);
    const report = await verifyPackage(folder, quietContext());
    expect(report.ok).toBe(true);
    expect(report.inherited.map((fault) => fault.code)).toContain('tile.outsideVolume');
  });
});
