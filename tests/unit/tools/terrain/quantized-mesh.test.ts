import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Recipe } from '../../../../src/core/city/recipe.ts';
import { parseAsciiGrid } from '../../../../tools/formats/ascii-grid.ts';
import { buildPackage } from '../../../../tools/package/build-package.ts';
import { readTable } from '../../../../tools/tables/read-table.ts';
import { encodeQuantizedMesh, toEcef } from '../../../../tools/terrain/encode-quantized-mesh.ts';
import { decodeQuantizedMesh } from '../../../../tools/verify/decode-quantized-mesh.ts';
import { verifyPackage } from '../../../../tools/verify/verify-package.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { quietContext } from '../package/quiet-context.ts';
import { rehash } from '../verify/damage.ts';

const BOX = [114, 31, 114.01, 31.01] as const;

describe('quantized mesh', () => {
  it('keeps heights to 1/32767 of their range and every post where it was', () => {
    const heights = fc.float32Array({ minLength: 25, maxLength: 25, min: -400, max: 8000, noNaN: true });
    fc.assert(
      fc.property(heights, (values) => {
        const tile = decodeQuantizedMesh(encodeQuantizedMesh({ box: BOX, posts: 5, heights: values }));
        expect(tile).not.toBeNull();
        if (!tile) return;
        const range = tile.highest - tile.lowest;
        const found = new Map<string, number>();
        tile.u.forEach((u, index) => {
          const key = `${Math.round((u / 32767) * 4)} ${Math.round((tile.v[index]! / 32767) * 4)}`;
          found.set(key, tile.lowest + (range * tile.height[index]!) / 32767);
        });
        expect(found.size).toBe(25);
        values.forEach((height, post) => {
          const back = found.get(`${post % 5} ${Math.floor(post / 5)}`)!;
          expect(Math.abs(back - height)).toBeLessThanOrEqual(range / 32767 + 1e-3);
        });
      }),
    );
  });

  it('bounds all posts by its sphere, and its horizon point is hidden only where they are', () => {
    const heights = Float32Array.from({ length: 81 }, (_, post) => (post % 7) * 40);
    const box = [100, 20, 111.25, 31.25] as const;
    const tile = decodeQuantizedMesh(encodeQuantizedMesh({ box, posts: 9, heights }))!;
    const posts = Array.from(heights, (height, post) =>
      toEcef(100 + (11.25 * (post % 9)) / 8, 20 + (11.25 * Math.floor(post / 9)) / 8, height),
    );
    for (const post of posts) {
      const distance = Math.hypot(...post.map((value, axis) => value - tile.sphere.center[axis]!));
      expect(distance).toBeLessThanOrEqual(tile.sphere.radius + 1e-6);
    }
    // Straight lines from viewers all around, in the space where the ellipsoid is the unit sphere.
    const radii = [6378137, 6378137, 6356752.314245179];
    const scaled = posts.map((post) => post.map((value, axis) => value / radii[axis]!));
    const isHidden = (eye: number[], point: readonly number[]) => {
      const way = point.map((value, axis) => value - eye[axis]!);
      const [a, b, c] = [0, 1, 2].reduce(
        ([aa, bb, cc], axis) => [aa! + way[axis]! ** 2, bb! + 2 * eye[axis]! * way[axis]!, cc! + eye[axis]! ** 2],
        [0, 0, -1],
      ) as [number, number, number];
      const root = b * b - 4 * a * c;
      const nearest = (-b - Math.sqrt(root)) / (2 * a);
      return root > 0 && nearest > 0 && nearest < 1 - 1e-9;
    };
    let hidden = 0;
    for (let step = 0; step < 2000; step += 1) {
      const [turn, tilt, reach] = [step * 2.39996, Math.asin(-1 + (2 * step) / 2000), 1.001 + (step % 5)];
      const eye = [
        Math.cos(tilt) * Math.cos(turn) * reach,
        Math.cos(tilt) * Math.sin(turn) * reach,
        Math.sin(tilt) * reach,
      ];
      if (!isHidden(eye, tile.horizonPoint)) continue;
      hidden += 1;
      expect(scaled.every((post) => isHidden(eye, post))).toBe(true);
    }
    expect(hidden).toBeGreaterThan(500);
  });

  it('is refused when it is cut', () => {
    const file = encodeQuantizedMesh({ box: BOX, posts: 3, heights: new Float32Array(9) });
    expect(decodeQuantizedMesh(file.subarray(0, file.length - 1))).toBeNull();
  });
});

describe('Esri ASCII raster', () => {
  const place = { file: 'dem.asc' };
  const header = 'ncols 2\nnrows 2\nxllcorner 10\nyllcorner 20\ncellsize 5\nNODATA_value -9999\n';

  it('reads corner and centre, rows from the north, and cells without a height', () => {
    const parsed = parseAsciiGrid(`${header}1 2\n3 -9999\n`, place);
    expect(parsed.ok && { ...parsed.value, heights: [...parsed.value.heights] }).toEqual({
      columns: 2,
      rows: 2,
      x: 12.5,
      y: 22.5,
      cellSize: 5,
      heights: [1, 2, 3, Number.NaN],
    });
  });

  it('names what is wrong', () => {
    const code = (text: string) => {
      const parsed = parseAsciiGrid(text, place);
      return parsed.ok ? 'read' : parsed.issue.code;
    };
    expect(code(`${header}1 2 3`)).toBe('raster.cut');
    expect(code('ncols 2\nnrows 2\n1 2 3 4')).toBe('raster.badHeader');
    expect(code('<html>')).toBe('raster.badHeader');
    expect(code(header.replace('ncols 2', 'ncols 99999').replace('nrows 2', 'nrows 99999'))).toBe('raster.tooLarge');
  });
});

describe('a package with terrain', () => {
  let root = '';
  let sound = '';
  /** A plane that rises 1 m in 100 m to the east, from 50 m. */
  const heightAt = (x: number) => 50 + (x - 90_000) / 100;

  beforeAll(async () => {
    root = freshFolder('terrain');
    const lines = Array.from({ length: 60 }, () =>
      Array.from({ length: 60 }, (_, column) => heightAt(90_000 + column * 10).toFixed(2)).join(' '),
    );
    const dem = ['ncols 60', 'nrows 60', 'xllcenter 90000', 'yllcenter 435000', 'cellsize 10', ...lines].join('\n');
    const square = (x: number, y: number) => [
      [x, y],
      [x + 20, y],
      [x + 20, y + 20],
      [x, y + 20],
      [x, y],
    ];
    const feature = (id: string, x: number) => ({
      type: 'Feature',
      properties: { id, height: 9 },
      geometry: { type: 'Polygon', coordinates: [square(x, 435_200)] },
    });
    const recipe: Recipe = {
      version: 1,
      id: 'hill',
      name: { zh: '坡', en: 'Hill' },
      projectCrs: 'EPSG:28992',
      crs: 'EPSG:28992',
      heightDatum: 'ellipsoidal',
      datasets: [
        { id: 'terrain', kind: 'terrain', source: 'dem.asc' },
        { id: 'buildings', kind: 'buildings', source: 'b.geojson' },
      ],
    };
    await writeFile(path.join(root, 'dem.asc'), dem);
    await writeFile(
      path.join(root, 'b.geojson'),
      JSON.stringify({ type: 'FeatureCollection', features: [feature('low', 90_100), feature('high', 90_400)] }),
    );
    await writeFile(path.join(root, 'recipe.json'), JSON.stringify(recipe));
    sound = path.join(root, 'sound');
    const options = { out: sound, tilesFolder: root, force: false };
    const built = await buildPackage(path.join(root, 'recipe.json'), options, quietContext());
    if (!built.ok) throw new Error(JSON.stringify(built.issue));
  });

  it('passes verify, and its buildings stand on the lowest ground under them', async () => {
    const report = await verifyPackage(sound, quietContext());
    expect(report.faults).toEqual([]);
    expect(report.checked.terrainTiles).toBeGreaterThan(20);
    const rows = await readTable(path.join(sound, 'buildings.parquet'));
    const bases = rows.ok ? rows.value.map((row) => row.baseHeightMeters) : [];
    expect(bases[0]).toBeCloseTo(51, 1);
    expect(bases[1]).toBeCloseTo(54, 1);
    expect(rows.ok && rows.value[0]?.derived).toContain('base.from-terrain');
  });

  it('is found out when a tile is cut, absent, turned over or raised', async () => {
    const deepest = async (folder: string) => {
      const names = await readdir(path.join(folder, 'terrain'), { recursive: true });
      const tiles = names.filter((name) => name.endsWith('.terrain'));
      const level = Math.max(...tiles.map((name) => Number(name.split(path.sep)[0])));
      return tiles
        .filter((name) => name.startsWith(`${level}${path.sep}`))
        .map((name) => path.join(folder, 'terrain', name));
    };
    const codesAfter = async (name: string, damage: (file: string) => Promise<void>, all = false) => {
      const folder = path.join(root, name);
      await cp(sound, folder, { recursive: true });
      const files = await deepest(folder);
      for (const file of all ? files : files.slice(0, 1)) await damage(file);
      await rehash(folder);
      const report = await verifyPackage(folder, quietContext());
      return [...new Set(report.faults.map((fault) => fault.code))];
    };
    const edit = (change: (bytes: Buffer) => void) => async (file: string) => {
      const bytes = await readFile(file);
      change(bytes);
      await writeFile(file, bytes);
    };
    const raise = edit((bytes) => {
      bytes.writeFloatLE(bytes.readFloatLE(24) + 20, 24);
      bytes.writeFloatLE(bytes.readFloatLE(28) + 20, 28);
    });
    const turn = edit((bytes) => {
      // The first triangle's second and third vertex are both new: naming the first one twice folds it.
      const count = bytes.readUInt32LE(88);
      bytes.writeUInt16LE(1, 92 + count * 6 + 4 + 2);
    });
    expect(await codesAfter('cut', async (file) => writeFile(file, (await readFile(file)).subarray(0, 500)))).toContain(
      'terrain.tile',
    );
    expect(await codesAfter('absent', (file) => rm(file))).toContain('terrain.tile');
    expect(await codesAfter('raised', raise)).toContain('terrain.crack');
    expect(await codesAfter('all-raised', raise, true)).toContain('terrain.ground');
    expect((await codesAfter('turned', turn)).some((code) => code.startsWith('terrain.'))).toBe(true);
  });
});
