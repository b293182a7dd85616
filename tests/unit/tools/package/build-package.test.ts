import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cityManifestSchema } from '../../../../src/core/city/city-manifest.ts';
import { buildPackage } from '../../../../tools/package/build-package.ts';
import { summarisePackage } from '../../../../tools/package/summarise-package.ts';
import { readTable } from '../../../../tools/tables/read-table.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { quietContext } from './quiet-context.ts';
import { writeSampleRecipe } from './sample-recipe.ts';

let root = '';
let recipe = '';
beforeAll(async () => {
  root = freshFolder('build');
  recipe = await writeSampleRecipe(path.join(root, 'sources'));
});

function build(name: string, options: { force?: boolean; recipe?: string; signal?: AbortSignal } = {}) {
  const out = path.join(root, name);
  return buildPackage(
    options.recipe ?? recipe,
    { out, tilesFolder: path.join(root, 'tiles'), force: options.force ?? false },
    quietContext(options.signal),
  );
}

async function readAll(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.sort().map((file) => readFile(file, 'base64')));
  return new Map(files.sort().map((file, index) => [path.relative(folder, file), texts[index]!]));
}

describe('buildPackage', () => {
  it('writes every file that the manifest lists and answers the summary', async () => {
    const built = await build('first');
    if (!built.ok) throw new Error(JSON.stringify(built.issue));
    const { manifest, folder, written } = built.value;
    expect(written).toBe(true);
    expect(cityManifestSchema.parse(JSON.parse(await readFile(path.join(folder, 'city.json'), 'utf8')))).toEqual(
      manifest,
    );
    expect((await readAll(folder)).size).toBe(Object.keys(manifest.files).length + 1);
    expect(existsSync(`${folder}.partial`)).toBe(false);
    expect(summarisePackage(manifest)).toMatchObject({
      id: 'sample',
      projectCrs: 'EPSG:4547',
      datasets: [
        { id: 'homes', kind: 'buildings', count: 31 },
        { id: 'bridges', kind: 'infrastructure', count: 1 },
        { id: 'hazards', kind: 'zones', count: 2 },
        { id: 'places', kind: 'shelters', count: 2 },
        { id: 'lines', kind: 'pipes', count: 2 },
        { id: 'people', kind: 'communities', count: 1 },
      ],
      issues: { 'pipe.classUnknown': 1 },
    });
    expect(manifest.datasets[0]).toMatchObject({ sources: ['buildings.geojson'], licence: 'CC0' });
    expect(JSON.stringify(manifest)).not.toContain(root);
  });

  it('derives and marks what follows, and keeps the population', async () => {
    await build('first');
    const read = await readTable(path.join(root, 'first', 'buildings.parquet'));
    if (!read.ok) throw new Error(read.issue.code);
    const byId = new Map(read.value.map((row) => [row.id, row]));
    expect(byId.get('b7')).toMatchObject({ heightMeters: 12, storeysAbove: 4, peopleDay: null, peopleNight: null });
    expect(JSON.parse(byId.get('b7')!.derived)).toMatchObject({ heightMeters: 'height.from-storeys' });
    expect(byId.get('yard')).toMatchObject({ heightMeters: 12, floorAreaSquareMeters: null });
    expect(byId.get('yard')!.footprintAreaSquareMeters).toBeGreaterThan(1150);
    expect(byId.get('yard')!.footprintAreaSquareMeters).toBeLessThan(1250);
    expect(read.value.reduce((sum, row) => sum + (row.peopleNight ?? 0), 0)).toBeCloseTo(500, 9);
  });

  it('makes the same bytes of the same inputs, wherever they lie', async () => {
    const elsewhere = await writeSampleRecipe(path.join(root, 'moved', 'sources'));
    expect((await build('moved-package', { recipe: elsewhere })).ok).toBe(true);
    await build('first');
    expect(await readAll(path.join(root, 'moved-package'))).toEqual(await readAll(path.join(root, 'first')));
  });
});

describe('the target of a build', () => {
  it('says up to date, and replaces only when forced', async () => {
    const own = await writeSampleRecipe(path.join(root, 'own', 'sources'));
    expect(await build('target', { recipe: own })).toMatchObject({ ok: true, value: { written: true } });
    expect(await build('target', { recipe: own })).toMatchObject({ ok: true, value: { written: false } });
    const before = await readAll(path.join(root, 'target'));
    await appendFile(path.join(root, 'own', 'sources', 'zones.geojson'), '\n');
    expect(await build('target', { recipe: own })).toMatchObject({ ok: false, issue: { code: 'package.exists' } });
    expect(await readAll(path.join(root, 'target'))).toEqual(before);
    expect(await build('target', { recipe: own, force: true })).toMatchObject({ ok: true, value: { written: true } });
    expect((await readAll(path.join(root, 'target'))).get('city.json')).not.toBe(before.get('city.json'));
  });

  it('builds again when the finished package was damaged', async () => {
    await build('damaged');
    await rm(path.join(root, 'damaged', 'buildings.parquet'));
    expect(await build('damaged')).toMatchObject({ ok: false, issue: { code: 'package.exists' } });
  });

  it('never replaces a folder that is no package', async () => {
    await mkdir(path.join(root, 'photos'));
    await writeFile(path.join(root, 'photos', 'a.jpg'), '');
    expect(await build('photos', { force: true })).toMatchObject({
      ok: false,
      issue: { code: 'package.foreignFolder' },
    });
    expect(existsSync(path.join(root, 'photos', 'a.jpg'))).toBe(true);
  });

  it('leaves the old package when interrupted, and then goes on to the same bytes', async () => {
    const own = await writeSampleRecipe(path.join(root, 'stopped', 'sources'));
    await build('stop', { recipe: own });
    const before = await readAll(path.join(root, 'stop'));
    await appendFile(path.join(root, 'stopped', 'sources', 'zones.geojson'), '\n');
    const controller = new AbortController();
    const out = path.join(root, 'stop');
    const context = quietContext(controller.signal);
    context.progress = (step) => {
      if (step === 'infrastructure.parquet') controller.abort();
    };
    const options = { out, tilesFolder: path.join(root, 'tiles'), force: true };
    await expect(buildPackage(own, options, context)).rejects.toThrow();
    expect(await readAll(out)).toEqual(before);
    expect(existsSync(`${out}.partial`)).toBe(true);
    expect(await build('stop', { recipe: own, force: true })).toMatchObject({ ok: true, value: { written: true } });
    expect(await build('fresh', { recipe: own })).toMatchObject({ ok: true });
    expect(await readAll(out)).toEqual(await readAll(path.join(root, 'fresh')));
    expect(existsSync(`${out}.partial`)).toBe(false);
  });

  it('tells nothing of the machine when a source is named absolutely', async () => {
    const own = await writeSampleRecipe(path.join(root, 'absolute'));
    const text = await readFile(own, 'utf8');
    const source = path.join(root, 'absolute', 'buildings.geojson');
    await mkdir(path.join(root, 'elsewhere'));
    const moved = path.join(root, 'elsewhere', 'recipe.json');
    const other = path.join(root, 'absolute', 'zones.geojson');
    await writeFile(
      moved,
      JSON.stringify({
        ...JSON.parse(text),
        datasets: [
          { id: 'homes', kind: 'buildings', source, crs: 'EPSG:4490' },
          { id: 'hazards', kind: 'zones', source: other.replace('zones', 'zon*'), crs: 'EPSG:4490' },
        ],
      }),
    );
    const built = await build('absolute-package', { recipe: moved });
    if (!built.ok) throw new Error(JSON.stringify(built.issue));
    const { datasets } = built.value.manifest;
    expect(datasets.flatMap((dataset) => dataset.sources)).toEqual(['buildings.geojson', 'zones.geojson']);
    expect(JSON.stringify(built.value.manifest)).not.toContain(path.basename(root));
  });

  it('does not touch what another process is building', async () => {
    const partial = path.join(root, 'busy.partial');
    await mkdir(partial);
    const mark = { inputHash: 'x', toolVersion: 'y', pid: process.ppid, steps: {} };
    await writeFile(path.join(partial, '.build.json'), JSON.stringify(mark));
    expect(await build('busy')).toMatchObject({ ok: false, issue: { code: 'package.beingBuilt' } });
    expect(existsSync(partial)).toBe(true);
    await writeFile(path.join(partial, '.build.json'), JSON.stringify({ ...mark, pid: 2 ** 22 + 1 }));
    expect(await build('busy')).toMatchObject({ ok: true, value: { written: true } });
  });

  it('leaves nothing when a source is refused', async () => {
    const own = await writeSampleRecipe(path.join(root, 'cut', 'sources'));
    const file = path.join(root, 'cut', 'sources', 'zones.geojson');
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, -40));
    const built = await build('never', { recipe: own });
    expect(built).toMatchObject({ ok: false, issue: { place: { file: 'zones.geojson' } } });
    expect(existsSync(path.join(root, 'never'))).toBe(false);
    expect(existsSync(path.join(root, 'never.partial'))).toBe(false);
  });

  it('enters packages into the catalog of the tiles folder, real ones first', async () => {
    const tilesFolder = path.join(root, 'tiles');
    const generated = await writeSampleRecipe(path.join(root, 'generated'));
    const recipeJson = JSON.parse(await readFile(generated, 'utf8')) as Record<string, unknown>;
    await writeFile(generated, JSON.stringify({ ...recipeJson, id: 'made', synthetic: true }));
    const options = { tilesFolder, force: false };
    expect((await buildPackage(generated, options, quietContext())).ok).toBe(true);
    expect((await buildPackage(recipe, options, quietContext())).ok).toBe(true);
    const catalog = JSON.parse(await readFile(path.join(tilesFolder, 'catalog.json'), 'utf8'));
    expect(catalog).toMatchObject({
      catalogVersion: 1,
      cities: [
        { id: 'sample', manifest: 'sample/city.json' },
        { id: 'made', manifest: 'made/city.json' },
      ],
    });
  });

  it.each([
    ['a newer one', '{"catalogVersion":2,"cities":[]}'],
    ['a cut one', '{"catalogVersion":1,"cit'],
    ['one of somebody else', '{"type":"Catalog","stac_version":"1.0.0"}'],
  ])('leaves a catalog that it cannot read as it is: %s', async (told, text) => {
    const tilesFolder = path.join(root, told, 'tiles');
    await mkdir(tilesFolder, { recursive: true });
    await writeFile(path.join(tilesFolder, 'catalog.json'), text);
    const codes: string[] = [];
    const context = { ...quietContext(), report: (issue: { code: string }) => void codes.push(issue.code) };
    expect((await buildPackage(recipe, { tilesFolder, force: false }, context)).ok).toBe(true);
    expect(await readFile(path.join(tilesFolder, 'catalog.json'), 'utf8')).toBe(text);
    expect(codes).toContain('catalog.kept');
  });

  it('counts fields of the recipe that mean nothing and mapped fields that no record has', async () => {
    const typed = await writeSampleRecipe(path.join(root, 'typed'));
    const json = JSON.parse(await readFile(typed, 'utf8')) as { datasets: Record<string, unknown>[] };
    json.datasets[0] = { ...json.datasets[0], attributes: { id: 'id', height: 'hoehe', storysAbove: 'levels' } };
    await writeFile(typed, JSON.stringify({ ...json, surveydate: '2020' }));
    const built = await build('typed-package', { recipe: typed });
    if (!built.ok) throw new Error(built.issue.code);
    const counts = Object.fromEntries(built.value.manifest.issues.map((issue) => [issue.code, issue.count]));
    expect(counts).toMatchObject({ 'recipe.unknownField': 2, 'attribute.fieldAbsent': 1 });
  });
});
