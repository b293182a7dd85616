import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createProjection } from '../../../../src/core/crs/projection.ts';
import { buildPackage } from '../../../../tools/package/build-package.ts';
import { summarisePackage } from '../../../../tools/package/summarise-package.ts';
import { readGlb } from '../../../../tools/tiling/read-glb.ts';
import { measureMesh } from '../../../../tools/verify/measure-mesh.ts';
import { verifyPackage } from '../../../../tools/verify/verify-package.ts';
import { realDataPath } from '../../../real/real-data.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { quietContext } from './quiet-context.ts';

const RECIPES = fileURLToPath(new URL('../../../real/', import.meta.url));
const isHere = realDataPath('SOURCES.md') !== null;

let root = '';
beforeAll(() => {
  root = freshFolder('real');
});

async function build(name: string) {
  const options = { out: path.join(root, name), tilesFolder: root, force: true };
  const built = await buildPackage(path.join(RECIPES, `${name}.json`), options, quietContext());
  if (!built.ok) throw new Error(JSON.stringify(built.issue));
  return built.value;
}

/** Plan area of the roof surfaces of a CityJSON 1.0 file, by its own vertices. */
async function measureSourceRoofs(file: string): Promise<number> {
  const city = JSON.parse(await readFile(file, 'utf8')) as {
    vertices: number[][];
    transform?: { scale: number[] };
    CityObjects: Record<
      string,
      { geometry: { boundaries: number[][][]; semantics: { values: number[]; surfaces: { type: string }[] } }[] }
    >;
  };
  const [scaleX = 1, scaleY = 1] = city.transform?.scale ?? [];
  let total = 0;
  for (const { geometry } of Object.values(city.CityObjects)) {
    for (const { boundaries, semantics } of geometry) {
      boundaries.forEach((rings, index) => {
        if (semantics.surfaces[semantics.values[index]!]?.type !== 'RoofSurface') return;
        for (const ring of rings) {
          ring.forEach((corner, position) => {
            const [x0 = 0, y0 = 0] = city.vertices[corner]!;
            const [x1 = 0, y1 = 0] = city.vertices[ring[(position + 1) % ring.length]!]!;
            total += ((x0 * y1 - x1 * y0) * scaleX * scaleY) / 2;
          });
        }
      });
    }
  }
  return total;
}

describe.skipIf(!isHere)('packages of real data', () => {
  it.each([
    ['numazu', { buildings: 1664, 'emergency-places': 105, 'evacuation-shelters': 51, 'landslide-zones': 81 }],
    ['delfshaven', { buildings: 853 }],
    ['delft', { buildings: 160, infrastructure: 146 }],
    ['sibbe', { buildings: 1176 }],
    ['amsterdam', { buildings: 100 }],
  ])('%s holds what its source has and passes verify', async (name, counts) => {
    const { manifest, folder } = await build(name);
    const found = Object.fromEntries(manifest.datasets.map((dataset) => [dataset.id, dataset.count]));
    expect(found).toMatchObject(counts);
    const report = await verifyPackage(folder, quietContext());
    expect(report.faults).toEqual([]);
    expect(JSON.stringify(manifest)).not.toContain(path.dirname(RECIPES));
  });

  it('nyc makes every polygon a row or a counted issue', async () => {
    const { manifest, folder } = await build('nyc');
    const { datasets, issues } = summarisePackage(manifest);
    const left = ['element.duplicateId', 'element.partFolded', 'element.pieceJoined'].map((code) => issues[code] ?? 0);
    const other = Object.keys(issues).filter((code) => code.startsWith('geometry.') || code === 'element.noFootprint');
    expect(other).toEqual([]);
    expect(datasets[0]!.count + left.reduce((sum, count) => sum + count, 0)).toBe(19_763);
    expect(manifest.tables.buildings!.rows).toBe(datasets[0]!.count);
    expect((await verifyPackage(folder, quietContext())).faults).toEqual([]);
  });

  it('delfshaven draws the roofs of its source to 0.5 %', async () => {
    const { manifest, folder } = await build('delfshaven');
    const projection = createProjection(manifest.projectCrs);
    if (!projection.ok) throw new Error(projection.issue.code);
    let drawn = 0;
    for (const name of Object.keys(manifest.files).filter((each) => each.endsWith('.glb'))) {
      const content = await readGlb(await readFile(path.join(folder, name)), name);
      if (!content.ok) throw new Error(content.issue.code);
      for (const mesh of measureMesh(content.value, projection.value).features.values())
        drawn += mesh.roofAreaSquareMeters;
    }
    const source = await measureSourceRoofs(realDataPath('citymodels/rotterdam-delfshaven.city.json')!);
    expect(source).toBeGreaterThan(100_000);
    expect(Math.abs(drawn - source) / source).toBeLessThan(0.005);
  });
});
