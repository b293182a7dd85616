import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { groundHeightAt } from '../../../../src/core/city/ground-height.ts';
import { ISSUE_CODES } from '../../../../src/core/city/issue-texts.ts';
import type { RecipeDataset } from '../../../../src/core/city/recipe.ts';
import type { CityElement } from '../../../../tools/elements/city-element.ts';
import { deriveGround } from '../../../../tools/terrain/ground-surface.ts';
import { adoptTileset } from '../../../../tools/tiling/adopt-tileset.ts';
import { realDataPath } from '../../../real/real-data.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { collectingContext } from '../elements/collecting-context.ts';

async function adopt(folder: string, projectCrs: string, attributes?: RecipeDataset['attributes']) {
  const context = collectingContext();
  const outFolder = freshFolder('adopted');
  const dataset: RecipeDataset = {
    id: 'tiles',
    kind: 'buildings',
    source: 'tileset.json',
    ...(attributes ? { attributes } : {}),
  };
  const options = { projectCrs, outFolder, dataset, kind: 'buildings' as const };
  const adopted = await adoptTileset(join(folder, 'tileset.json'), options, context);
  if (!adopted.ok) throw new Error(adopted.issue.code);
  const inheritedCount = (code: string) => adopted.value.inherited.filter((issue) => issue.code === code).length;
  for (const issue of [...adopted.value.inherited, ...context.issues]) expect(ISSUE_CODES).toContain(issue.code);
  return { ...adopted.value, context, outFolder, inheritedCount };
}

const planArea = (element: CityElement) =>
  element.footprint.reduce(
    (sum, polygon) =>
      sum +
      polygon.reduce((inner, ring) => {
        let twice = 0;
        for (let at = 0; at + 1 < ring.length; at += 1)
          twice += ring[at]![0] * ring[at + 1]![1] - ring[at + 1]![0] * ring[at]![1];
        return inner + twice / 2;
      }, 0),
    0,
  );

describe.skipIf(!realDataPath('3dtiles/plateau-numazu-1.1'))('adoptTileset on numazu (1.1, JSON in strings)', () => {
  const folder = realDataPath('3dtiles/plateau-numazu-1.1') ?? '';

  it('makes 1,664 elements, one per feature, copied byte for byte', async () => {
    const { elements, contents, files, outFolder, inheritedCount } = await adopt(folder, 'EPSG:6676');
    expect(elements).toHaveLength(1664);
    expect(new Set(elements.map((element) => element.attributes.id)).size).toBe(1664);
    expect(elements.every((element) => /^22203-bldg-\d+$/.test(element.attributes.id))).toBe(true);
    expect(contents['test.glb']).toEqual(Array.from({ length: 1664 }, (_, at) => at));
    expect(inheritedCount('tiles.hugeGeometricError')).toBe(1);
    for (const file of files) {
      expect(readFileSync(join(outFolder, file)).equals(readFileSync(join(folder, file)))).toBe(true);
    }
  });

  it('does not believe that every building is 2 m high, nor what the converter filled in', async () => {
    const { elements, context } = await adopt(folder, 'EPSG:6676');
    expect(context.counts()['height.contradictsMesh']).toBe(1664);
    for (const { attributes, derived, source } of elements) {
      expect(source.measuredHeight).toBe(2);
      expect(attributes.heightMeters).toBeGreaterThanOrEqual(3);
      expect(derived).toMatchObject({ heightMeters: 'height.from-mesh', geometry: 'footprint.from-mesh' });
      expect(attributes.name).not.toBe('0');
      expect(attributes.storeysAbove).not.toBe(0);
    }
  });

  it('has a ground on which the buildings stand, 43–60 m above the ellipsoid', async () => {
    const { elements } = await adopt(folder, 'EPSG:6676');
    const bases = elements.map((element) => element.attributes.baseHeightMeters!);
    expect(Math.min(...bases)).toBeGreaterThan(43);
    expect(Math.max(...bases)).toBeLessThan(60);
    const extent = [138.7999, 35.1248, 138.8122, 35.1333] as const;
    const ground = deriveGround(elements, { projectCrs: 'EPSG:6676', extent: [...extent] });
    expect(ground.rule).toBe('derived-from-bases');
    const off = bases.map((base) => Math.abs(base - groundHeightAt(ground, 138.806, 35.129)));
    expect(off.reduce((sum, each) => sum + each, 0) / off.length).toBeLessThan(1.5);
  });
});

describe.skipIf(!realDataPath('3dtiles/sibbe-b3dm-1.0'))('adoptTileset on sibbe (absent contents)', () => {
  it('reads 1,178 features of 1.0 and names the two absent contents', async () => {
    const { elements, contents, absentContents } = await adopt(
      realDataPath('3dtiles/sibbe-b3dm-1.0') ?? '',
      'EPSG:28992',
    );
    expect(Object.values(contents).flat()).toHaveLength(1178);
    // Two buildings have two features each, with the same identificatie.
    expect(elements).toHaveLength(1176);
    expect(absentContents).toEqual(['content/1_0_0.b3dm', 'content/1_0_1.b3dm']);
    expect(elements.every((element) => planArea(element) > 0.5)).toBe(true);
  });

  it('reads 414 elements of 1.1 through subtrees and names the three absent contents', async () => {
    const folder = realDataPath('3dtiles/sibbe-glb-1.1-implicit') ?? '';
    const { elements, absentContents, files } = await adopt(folder, 'EPSG:28992');
    expect(elements).toHaveLength(414);
    expect(absentContents).toHaveLength(3);
    expect(files.filter((file) => file.endsWith('.subtree'))).toHaveLength(4);
  });

  it('finds the same footprints in both versions', async () => {
    const one = await adopt(realDataPath('3dtiles/sibbe-b3dm-1.0') ?? '', 'EPSG:28992');
    const other = await adopt(realDataPath('3dtiles/sibbe-glb-1.1-implicit') ?? '', 'EPSG:28992');
    const areas = new Map(one.elements.map((element) => [element.attributes.id, planArea(element)]));
    const shared = other.elements.filter((element) => areas.has(element.attributes.id));
    expect(shared.length).toBeGreaterThan(300);
    const close = shared.filter(
      (element) => Math.abs(planArea(element) / areas.get(element.attributes.id)! - 1) < 0.02,
    );
    expect(close.length / shared.length).toBeGreaterThan(0.95);
  });

  it('names a cut content and keeps the others', async () => {
    const folder = freshFolder('adopted');
    cpSync(realDataPath('3dtiles/sibbe-b3dm-1.0') ?? '', folder, { recursive: true });
    truncateSync(join(folder, 'content/1_1_0.b3dm'), 80_000);
    const { contents, inherited } = await adopt(folder, 'EPSG:28992');
    expect(Object.values(contents).flat()).toHaveLength(1178 - 23);
    expect(inherited.find((issue) => issue.code === 'tiles.contentCut')?.place.file).toBe('content/1_1_0.b3dm');
  });
});

describe.skipIf(!realDataPath('3dtiles/amsterdam-b3dm-1.0'))('adoptTileset on amsterdam (several parts per id)', () => {
  it('merges 200 parts into 100 buildings by blockid', async () => {
    const { elements, contents } = await adopt(realDataPath('3dtiles/amsterdam-b3dm-1.0') ?? '', 'EPSG:28992', {
      id: 'blockid',
    });
    const rows = Object.values(contents).flat();
    expect(rows).toHaveLength(200);
    expect(elements).toHaveLength(100);
    expect(new Set(rows).size).toBe(100);
    for (const { attributes } of elements) {
      expect(attributes.baseHeightMeters).toBeGreaterThan(35);
      expect(attributes.baseHeightMeters).toBeLessThan(50);
    }
  });
});

describe.skipIf(!realDataPath('3dtiles/cesium-sampledata'))('adoptTileset on sample tilesets', () => {
  const samples = realDataPath('3dtiles/cesium-sampledata') ?? '';

  it('does not take numbers that restart in every tile for ids', async () => {
    const { elements, inheritedCount } = await adopt(join(samples, 'Tilesets/Tileset'), 'EPSG:32618');
    expect(elements).toHaveLength(50);
    expect(inheritedCount('tiles.noId')).toBe(5);
  });

  it('reads composites and copies point clouds without elements', async () => {
    const composite = await adopt(join(samples, 'Composite/Composite'), 'EPSG:32618');
    expect(composite.elements).toHaveLength(10);
    const points = await adopt(join(samples, 'PointCloud/PointCloudBatched'), 'EPSG:32618');
    expect(points.elements).toEqual([]);
    expect(points.files).toEqual(['tileset.json', 'pointCloudBatched.pnts']);
  });

  it('takes a content without batches as one element', async () => {
    const folder = freshFolder('adopted');
    const delaware = realDataPath('3dtiles/delaware-implicit') ?? '';
    cpSync(join(delaware, 'content/2_0_1.b3dm'), join(folder, 'a.b3dm'));
    const root = JSON.parse(readFileSync(join(delaware, 'tileset.json'), 'utf8')).root;
    const { implicitTiling: _, ...tile } = root;
    writeFileSync(
      join(folder, 'tileset.json'),
      JSON.stringify({
        asset: { version: '1.0' },
        geometricError: 2000,
        root: { ...tile, content: { uri: 'a.b3dm' } },
      }),
    );
    const { elements, inheritedCount } = await adopt(folder, 'EPSG:32618');
    expect(elements.map((element) => element.attributes.id)).toEqual(['a#0']);
    expect(elements[0]!.footprint.length).toBeGreaterThan(5);
    expect(inheritedCount('tiles.noFeatures')).toBe(1);
  });
});

describe('adoptTileset on faulty tilesets', () => {
  it('refuses a cut tileset.json by name and reads nothing outside its folder', async () => {
    const folder = freshFolder('adopted');
    writeFileSync(join(folder, 'tileset.json'), '{"asset": {"version": "1.1"}, "geom');
    const options = { projectCrs: 'EPSG:28992', outFolder: freshFolder('adopted'), kind: 'buildings' as const };
    const dataset: RecipeDataset = { id: 'tiles', kind: 'buildings', source: 'tileset.json' };
    const refused = await adoptTileset(join(folder, 'tileset.json'), { ...options, dataset }, collectingContext());
    expect(refused.ok ? null : [refused.issue.code, refused.issue.place.file]).toEqual([
      'tiles.badTileset',
      'tileset.json',
    ]);

    const outside = ['../secret.glb', 'https://example.org/a.glb', '/etc/passwd'];
    const tile = (uri: string) => ({ boundingVolume: { sphere: [0, 0, 0, 1] }, geometricError: 0, content: { uri } });
    const root = { boundingVolume: { sphere: [0, 0, 0, 1] }, geometricError: 1, children: outside.map(tile) };
    writeFileSync(join(folder, 'tileset.json'), JSON.stringify({ asset: { version: '1.1' }, geometricError: 2, root }));
    const { inherited, files } = await adopt(folder, 'EPSG:28992');
    expect(inherited.map((issue) => issue.code)).toEqual(outside.map(() => 'tiles.foreignAddress'));
    expect(files).toEqual(['tileset.json']);
  });
});
