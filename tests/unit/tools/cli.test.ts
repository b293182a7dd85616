import { spawn } from 'node:child_process';
import { cp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder } from '../fresh-folder.ts';
import { writeSampleRecipe } from './package/sample-recipe.ts';

const LAUNCHER = fileURLToPath(new URL('../../../tools/city.mjs', import.meta.url));

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function city(args: string[], options: { locale?: string; onLine?: (text: string, stop: () => void) => void } = {}) {
  return new Promise<Ended>((resolve, reject) => {
    const { LC_ALL: _, LC_MESSAGES: __, ...env } = process.env;
    const child = spawn(process.execPath, [LAUNCHER, ...args], { env: { ...env, LANG: options.locale ?? 'C.UTF-8' } });
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      ended.stdout += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      ended.stderr += chunk.toString();
      options.onLine?.(ended.stderr, () => child.kill('SIGINT'));
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ended, code }));
  });
}

let root = '';
let recipe = '';
let out = '';
beforeAll(async () => {
  root = freshFolder('cli');
  recipe = await writeSampleRecipe(path.join(root, 'sources'));
  out = path.join(root, 'sample');
  const built = await city(['build', recipe, '--out', out]);
  if (built.code !== 0) throw new Error(built.stderr);
});

describe('city', () => {
  it('answers info as one JSON value on stdout, words on stderr', async () => {
    const ended = await city(['info', out, '--json']);
    expect(ended.code).toBe(0);
    expect(JSON.parse(ended.stdout)).toMatchObject({ id: 'sample', projectCrs: 'EPSG:4547', issues: {} });
    expect(ended.stdout.trim().split('\n')).toHaveLength(1);
    expect(ended.stderr).toContain('Sample');
  });

  it('speaks Chinese where the user does', async () => {
    expect((await city(['info', out], { locale: 'zh_CN.UTF-8' })).stderr).toContain('样例');
    expect((await city(['--help'], { locale: 'zh_CN.UTF-8' })).stderr).toContain('按配方生成城市包');
    expect(await city(['--help'])).toMatchObject({ code: 0, stdout: '' });
  });

  it('answers up to date with the same summary', async () => {
    const again = await city(['build', recipe, '--out', out, '--json']);
    expect(again).toMatchObject({ code: 0 });
    expect(again.stderr).toContain('Up to date');
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse((await city(['info', out, '--json'])).stdout));
  });

  it('verifies: 0 when sound, 1 with faults', async () => {
    const sound = await city(['verify', out, '--json']);
    expect(sound.code).toBe(0);
    expect(JSON.parse(sound.stdout)).toMatchObject({ ok: true, faults: [], inherited: [] });
    const damaged = path.join(root, 'damaged');
    await cp(out, damaged, { recursive: true });
    await truncate(path.join(damaged, 'buildings.parquet'), 500);
    const faulty = await city(['verify', damaged, '--json']);
    expect(faulty.code).toBe(1);
    expect(JSON.parse(faulty.stdout)).toMatchObject({ ok: false });
    expect(JSON.parse(faulty.stdout).faults).toContainEqual({ code: 'table.unreadable', where: 'buildings.parquet' });
  });

  it('measures exposure to the zones of a file', async () => {
    const ended = await city(['exposure', out, '--zones', path.join(root, 'sources', 'zones.geojson'), '--json']);
    expect(ended.code).toBe(0);
    const answer = JSON.parse(ended.stdout) as {
      rule: string;
      zones: { id: string; buildings: number; footprintAreaSquareMeters: number; unknown: Record<string, number> }[];
      byLevel: Record<string, { buildings: number }>;
      union: { buildings: number };
    };
    // 100 m squares over 12 m houses every 40 m: rows and columns 0, 40, 80 of each lie inside.
    expect(answer.zones.map((zone) => [zone.id, zone.buildings])).toEqual([
      ['z1', 9],
      ['z2', 9],
    ]);
    expect(answer.zones[0]!.footprintAreaSquareMeters).toBeGreaterThan(4 * 144);
    expect(answer.byLevel.red!.buildings).toBe(9);
    expect(answer.union.buildings).toBeLessThanOrEqual(18);
    expect(Object.keys(answer.zones[0]!.unknown).sort()).toEqual(['floorArea', 'peopleDay', 'peopleNight']);
  });

  it.each([
    [['frobnicate'], 2],
    [[], 2],
    [['build'], 2],
    [['build', 'a', 'b'], 2],
    [['build', 'a.json', '--nonsense'], 2],
    [['exposure', '.'], 2],
    [['serve', '--port', 'x'], 2],
    [['build', 'absent.json'], 3],
    [['info', 'absent'], 3],
    [['verify', 'absent'], 3],
  ])('%j exits %i with one JSON value', async (args, code) => {
    const ended = await city([...args, '--json']);
    expect(ended.code).toBe(code);
    expect(JSON.parse(ended.stdout)).toHaveProperty('error');
  });

  it('refuses a cut source by name and an occupied target, writing nothing', async () => {
    const cut = await writeSampleRecipe(path.join(root, 'cut'));
    const source = path.join(root, 'cut', 'buildings.geojson');
    await writeFile(source, (await readFile(source, 'utf8')).slice(0, -30));
    const refused = await city(['build', cut, '--out', path.join(root, 'never'), '--json']);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout).error.place.file).toBe('buildings.geojson');
    expect(await readdir(root)).not.toContain('never');
    expect(await city(['build', cut, '--out', out])).toMatchObject({ code: 1 });
  });

  it('exits 3 where a file stands in the way of the target', async () => {
    const file = path.join(root, 'file');
    await writeFile(file, '');
    expect(await city(['build', recipe, '--out', path.join(file, 'x'), '--json'])).toMatchObject({ code: 3 });
  });

  it('serves a package with its own catalog until interrupted', async () => {
    let answer: Promise<unknown> | null = null;
    const ended = await city(['serve', out, '--port', '0', '--json'], {
      onLine: (text, stop) => {
        const url = /http:\S+/.exec(text)?.[0];
        if (!url || answer) return;
        answer = fetch(`${url}tiles/catalog.json`).then(async (response) => {
          const catalog = (await response.json()) as { cities: { manifest: string }[] };
          const manifest = await fetch(`${url}tiles/${catalog.cities[0]!.manifest}`);
          return manifest.json();
        });
        answer.finally(stop);
      },
    });
    expect(await answer).toMatchObject({ id: 'sample', packageVersion: 1 });
    expect(ended.code).toBe(0);
  });
});
