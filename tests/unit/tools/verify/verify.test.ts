import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../../../tools/package/build-package.ts';
import { readTable, type StoredRow } from '../../../../tools/tables/read-table.ts';
import type { TableRow } from '../../../../tools/tables/table-row.ts';
import { encodeTable } from '../../../../tools/tables/write-table.ts';
import { verifyPackage } from '../../../../tools/verify/verify-package.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { quietContext } from '../package/quiet-context.ts';
import { writeSampleRecipe } from '../package/sample-recipe.ts';
import { editJson, editManifest, editMatrix, rehash, renumberRows, turnFaces } from './damage.ts';

let root = '';
let sound = '';
let copies = 0;

beforeAll(async () => {
  root = freshFolder('verify');
  const recipe = await writeSampleRecipe(path.join(root, 'sources'));
  sound = path.join(root, 'sound');
  const built = await buildPackage(recipe, { out: sound, tilesFolder: root, force: false }, quietContext());
  if (!built.ok) throw new Error(JSON.stringify(built.issue));
});

/** Codes found after damaging a copy; the hashes are made to fit unless `hashes` is kept. */
async function verifyDamaged(
  damage: (folder: string) => Promise<void>,
  hashes: 'refitted' | 'kept' = 'refitted',
): Promise<string[]> {
  copies += 1;
  const folder = path.join(root, `copy-${copies}`);
  await cp(sound, folder, { recursive: true });
  await damage(folder);
  if (hashes === 'refitted') await rehash(folder);
  const report = await verifyPackage(folder, quietContext());
  expect(report.ok).toBe(report.faults.length === 0);
  return [...new Set(report.faults.map((fault) => fault.code))];
}

async function firstTile(folder: string): Promise<string> {
  const names = (await readdir(path.join(folder, 'buildings'))).filter((name) => name.endsWith('.glb')).sort();
  return path.join(folder, 'buildings', names[0]!);
}

async function editTable(folder: string, edit: (rows: TableRow[]) => TableRow[]): Promise<void> {
  const file = path.join(folder, 'buildings.parquet');
  const read = await readTable(file);
  if (!read.ok) throw new Error(read.issue.code);
  await writeFile(
    file,
    encodeTable(edit(read.value.filter((row): row is StoredRow & TableRow => row.geometry !== null))),
  );
}

interface Tile {
  geometricError: number;
  boundingVolume: { region: number[] };
  children?: Tile[];
}

const editTileset = (folder: string, edit: (tileset: { root: Tile; geometricError: number }) => void) =>
  editJson(path.join(folder, 'buildings', 'tileset.json'), edit);

function leaf(tile: Tile): Tile {
  return tile.children?.[0] ? leaf(tile.children[0]) : tile;
}

type Damage = [told: string, code: string, damage: (folder: string) => Promise<void>];

/** Scales the mesh about the centre of its tile. */
const scaleBy = (factor: number) => (matrix: number[]) => {
  for (let index = 0; index < 12; index += 1) matrix[index]! *= factor;
};

const OBVIOUS: Damage[] = [
  [
    'a position outside its building',
    'table.centroid',
    (folder) =>
      editTable(folder, (rows) => rows.map((row, index) => (index === 3 ? { ...row, lat: row.lat + 1 } : row))),
  ],
  ['a missing file', 'file.missing', (folder) => rm(path.join(folder, 'zones.geojson'))],
  ['an extra file', 'file.extra', (folder) => writeFile(path.join(folder, 'left-over.tmp'), '')],
  ['a cut tile', 'file.size', async (folder) => truncate(await firstTile(folder), 800)],
  [
    'a flipped byte in the table',
    'file.hash',
    async (folder) => {
      const file = path.join(folder, 'buildings.parquet');
      const bytes = await readFile(file);
      bytes[bytes.length >> 1]! ^= 0x10;
      await writeFile(file, bytes);
    },
  ],
  [
    'a manifest of a newer program',
    'city.newerVersion',
    (folder) => editManifest(folder, (manifest) => Object.assign(manifest, { packageVersion: 2 })),
  ],
  [
    'a manifest without extent',
    'city.badShape',
    (folder) => editManifest(folder, (manifest) => Reflect.deleteProperty(manifest, 'extent')),
  ],
  ['no manifest', 'file.absent', (folder) => rm(path.join(folder, 'city.json'))],
  ['a cut manifest', 'json.cut', (folder) => truncate(path.join(folder, 'city.json'), 100)],
];

interface StoredPipe {
  properties: { id: string };
  geometry: { coordinates: number[][][] };
}

const editPipes = (folder: string, change: (pipes: StoredPipe[]) => unknown) =>
  editJson<{ features: StoredPipe[] }>(path.join(folder, 'pipes.geojson'), ({ features }) => void change(features));

const HIDDEN: Damage[] = [
  ['a cut tile', 'tile.unreadable', async (folder) => truncate(await firstTile(folder), 800)],
  [
    'a wrong row number',
    'tile.row',
    async (folder) => renumberRows(await firstTile(folder), ([, ...rest]) => [9999, ...rest]),
  ],
  [
    'two features of one row',
    'tile.rowRepeated',
    async (folder) => renumberRows(await firstTile(folder), ([, next, ...rest]) => [next!, next!, ...rest]),
  ],
  [
    'a row that no tile shows',
    'tile.rowMissing',
    async (folder) => renumberRows(await firstTile(folder), ([, next, ...rest]) => [next!, next!, ...rest]),
  ],
  [
    'two rows exchanged',
    'tile.id',
    async (folder) => renumberRows(await firstTile(folder), ([first, next, ...rest]) => [next!, first!, ...rest]),
  ],
  ['faces that look inwards', 'tile.insideOut', async (folder) => turnFaces(await firstTile(folder))],
  [
    'a tile moved by three metres',
    'tile.outsideVolume',
    async (folder) =>
      editMatrix(await firstTile(folder), (matrix) => {
        matrix[12]! += 3;
      }),
  ],
  ['a tile blown up', 'tile.height', async (folder) => editMatrix(await firstTile(folder), scaleBy(1.1))],
  ['a tile shrunk', 'tile.roofArea', async (folder) => editMatrix(await firstTile(folder), scaleBy(0.8))],
  [
    'a bounding volume too small',
    'tile.outsideVolume',
    (folder) =>
      editTileset(folder, ({ root: tile }) => {
        leaf(tile).boundingVolume.region[5]! -= 2;
      }),
  ],
  [
    'a child outside its parent',
    'tileset.volume',
    (folder) =>
      editTileset(folder, ({ root: tile }) => {
        leaf(tile).boundingVolume.region[2]! += 1e-5;
      }),
  ],
  [
    'a geometric error that grows down the tree',
    'tileset.geometricError',
    (folder) =>
      editTileset(folder, (tileset) => {
        leaf(tileset.root).geometricError = tileset.geometricError * 2;
      }),
  ],
  ['a cut tileset', 'tileset.unreadable', (folder) => truncate(path.join(folder, 'buildings', 'tileset.json'), 60)],
  ['a cut table', 'table.unreadable', (folder) => truncate(path.join(folder, 'buildings.parquet'), 900)],
  ['a row too few', 'table.rowCount', (folder) => editTable(folder, (rows) => rows.slice(0, -1))],
  ['rows out of order', 'table.rowNumber', (folder) => editTable(folder, (rows) => [...rows].reverse())],
  [
    'an id twice',
    'table.duplicateId',
    (folder) => editTable(folder, (rows) => rows.map((row) => ({ ...row, id: row.row < 2 ? 'same' : row.id }))),
  ],
  [
    'an altered footprint area',
    'table.footprintArea',
    (folder) =>
      editTable(folder, (rows) =>
        rows.map((row) => ({
          ...row,
          footprintAreaSquareMeters: row.footprintAreaSquareMeters! * (row.row === 3 ? 1.01 : 1),
        })),
      ),
  ],
  [
    'a wrong box',
    'table.box',
    (folder) =>
      editTable(folder, (rows) => rows.map((row) => ({ ...row, xmax: row.xmax + (row.row === 3 ? 1e-6 : 0) }))),
  ],
  [
    'a clockwise footprint',
    'table.ringDirection',
    (folder) =>
      editTable(folder, (rows) =>
        rows.map((row) => ({
          ...row,
          geometry: row.geometry.map((polygon) => polygon.map((ring) => [...ring].reverse())),
        })),
      ),
  ],
  [
    'an unknown rule',
    'table.rule',
    (folder) => editTable(folder, (rows) => rows.map((row) => ({ ...row, derived: '{"heightMeters":"guess"}' }))),
  ],
  [
    'an unreadable source',
    'table.json',
    (folder) => editTable(folder, (rows) => rows.map((row) => ({ ...row, source: '{' }))),
  ],
  [
    'a negative height',
    'table.value',
    (folder) => editTable(folder, (rows) => rows.map((row) => ({ ...row, heightMeters: -3 }))),
  ],
  [
    'a zone id twice',
    'layer.duplicateId',
    (folder) =>
      editJson<{ features: { properties: { id: string } }[] }>(path.join(folder, 'zones.geojson'), ({ features }) => {
        features[1]!.properties.id = features[0]!.properties.id;
      }),
  ],
  [
    'a shelter without its flags',
    'layer.shape',
    (folder) =>
      editJson<{ features: { properties: { hazards?: unknown } }[] }>(
        path.join(folder, 'shelters.geojson'),
        ({ features }) => {
          delete features[0]!.properties.hazards;
        },
      ),
  ],
  [
    'a zone too few',
    'layer.count',
    (folder) =>
      editJson<{ features: unknown[] }>(path.join(folder, 'zones.geojson'), ({ features }) => void features.pop()),
  ],
  [
    'a pipe of a class that there is not',
    'layer.shape',
    (folder) => editPipes(folder, ([first]) => Object.assign(first!.properties, { pipeClass: 'steam' })),
  ],
  [
    'a pipe without its middle',
    'layer.shape',
    (folder) => editPipes(folder, ([first]) => first!.geometry.coordinates[0]!.splice(1)),
  ],
  [
    'a pipe that leaves the earth',
    'layer.position',
    (folder) => editPipes(folder, ([first]) => first!.geometry.coordinates[0]![0]!.splice(1, 1, 91)),
  ],
  ['a pipe too few', 'layer.count', (folder) => editPipes(folder, (pipes) => pipes.pop())],
  [
    'a pipe id twice',
    'layer.duplicateId',
    (folder) => editPipes(folder, ([first, second]) => Object.assign(second!.properties, { id: first!.properties.id })),
  ],
  [
    'a ground grid of the wrong size',
    'ground.size',
    (folder) => editManifest(folder, ({ ground }) => void ground.ellipsoidalHeightsMeters.push(1)),
  ],
  [
    'a dataset count that is off',
    'dataset.count',
    (folder) =>
      editManifest(folder, ({ datasets }) => {
        datasets[0]!.count += 1;
      }),
  ],
];

describe('verify', () => {
  it('passes a sound package and counts what it looked at', async () => {
    const report = await verifyPackage(sound, quietContext());
    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({
      ok: true,
      inherited: [],
      checked: { rows: 32, tileFeatures: 32, zones: 2, shelters: 2, communities: 1, pipes: 2 },
    });
  });

  it.each(OBVIOUS)('finds %s', async (_, code, damage) => {
    expect(await verifyDamaged(damage, 'kept')).toContain(code);
  });

  it.each(HIDDEN)('finds %s behind fitting hashes', async (_, code, damage) => {
    expect(await verifyDamaged(damage)).toContain(code);
  });
});
