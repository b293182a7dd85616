import { describe, expect, it } from 'vitest';
import type { CityManifest } from '../../../src/core/city/city-manifest.ts';
import { ISSUE_CODES } from '../../../src/core/city/issue-texts.ts';
import { loadCatalog } from '../../../src/data/load-catalog.ts';
import { loadCity } from '../../../src/data/load-city.ts';
import { loadConfig } from '../../../src/data/load-config.ts';
import { loadTileIndex } from '../../../src/data/load-tile-index.ts';
import { makeZone, ringAround } from '../core/zones/make-zone.ts';
import { serveAnswers } from './serve-answers.ts';

const NAME = { zh: '城', en: 'City' };

function dataset(id: string, kind: 'zones' | 'shelters', file: string): CityManifest['datasets'][number] {
  return { id, kind, title: NAME, sources: [], crs: 'EPSG:4326', heightDatum: 'unknown', count: 1, file };
}

const MANIFEST: CityManifest = {
  packageVersion: 1,
  id: 'x',
  name: NAME,
  projectCrs: 'EPSG:4547',
  heightDatum: 'unknown',
  extent: [0, 0, 1, 1],
  synthetic: false,
  ground: { rule: 'none', extent: [0, 0, 1, 1], columns: 1, rows: 1, ellipsoidalHeightsMeters: [0] },
  datasets: [dataset('flood', 'zones', 'zones.geojson'), dataset('slide', 'zones', 'zones.geojson')],
  tilesets: [],
  tables: {},
  rules: [],
  issues: [],
  files: {},
  tool: { name: 't', version: '1' },
  inputHash: '',
};
const ZONE = makeZone('a', [[ringAround(0.5, 0.5, 0.1)]]);

function serveFiles(files: Record<string, unknown>): Promise<string> {
  return serveAnswers((request, response) => {
    const body = files[(request.url ?? '').slice(1)];
    if (body === undefined) response.writeHead(404).end();
    else response.writeHead(200).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
}

async function open(files: Record<string, unknown>) {
  const base = await serveFiles(files);
  const outcome = await loadCity(`${base}tiles/x/city.json`);
  if (!outcome.ok) throw new Error(outcome.issue.code);
  for (const issue of outcome.value.issues) expect(ISSUE_CODES).toContain(issue.code);
  return { base, ...outcome.value };
}

describe('loadCity', () => {
  it('opens manifest and layers, a file of several datasets once', async () => {
    const zones = { type: 'FeatureCollection', features: [ZONE] };
    const { base, city, issues } = await open({ 'tiles/x/city.json': MANIFEST, 'tiles/x/zones.geojson': zones });
    expect(issues).toEqual([]);
    expect(city).toEqual({
      manifest: MANIFEST,
      baseUrl: `${base}tiles/x/`,
      zones: [ZONE],
      shelters: [],
      communities: [],
    });
  });

  it('leaves out and names a broken record, keeps the rest', async () => {
    const broken = { ...ZONE, properties: { ...ZONE.properties, hazard: 'dragons' } };
    const zones = { type: 'FeatureCollection', features: [ZONE, broken] };
    const { city, issues } = await open({ 'tiles/x/city.json': MANIFEST, 'tiles/x/zones.geojson': zones });
    expect(city.zones).toEqual([ZONE]);
    const place = { file: 'tiles/x/zones.geojson', layer: 'zones', row: 2 };
    expect(issues).toMatchObject([{ code: 'layer.badRecord', place, values: { path: 'properties.hazard' } }]);
  });

  it.each([
    ['fetch.notFound', undefined],
    ['json.cut', '{"type":"FeatureCollection","features":['],
    ['layer.notCollection', { type: 'Feature' }],
  ])('opens the city with an empty layer after %s', async (code, zones) => {
    const datasets = [...MANIFEST.datasets, dataset('s', 'shelters', 'shelters.geojson')];
    const shelters = { type: 'FeatureCollection', features: [] };
    const { city, issues } = await open({
      'tiles/x/city.json': { ...MANIFEST, datasets },
      'tiles/x/shelters.geojson': shelters,
      ...(zones === undefined ? {} : { 'tiles/x/zones.geojson': zones }),
    });
    expect(city.zones).toEqual([]);
    expect(issues).toMatchObject([{ code, place: { file: 'tiles/x/zones.geojson', layer: 'zones' } }]);
  });

  it('refuses a city without a sound manifest, or from a newer program', async () => {
    const base = await serveFiles({ 'a/city.json': { packageVersion: 2 }, 'b/city.json': { packageVersion: 1 } });
    expect(await loadCity(`${base}a/city.json`)).toMatchObject({ issue: { code: 'city.newerVersion' } });
    expect(await loadCity(`${base}b/city.json`)).toMatchObject({ issue: { code: 'city.badShape' } });
    expect(await loadCity(`${base}c/city.json`)).toMatchObject({ issue: { code: 'fetch.notFound' } });
  });
});

describe('catalog, tile index and settings', () => {
  it('loads the catalog and refuses a newer one', async () => {
    const catalog = { catalogVersion: 1, cities: [{ id: 'x', name: NAME, manifest: 'x/city.json' }] };
    const base = await serveFiles({ 'catalog.json': catalog, 'newer.json': { catalogVersion: 2, cities: [] } });
    expect(await loadCatalog(`${base}catalog.json`)).toEqual({ ok: true, value: catalog });
    const newer = await loadCatalog(`${base}newer.json`);
    expect(newer).toMatchObject({ ok: false, issue: { code: 'catalog.newerVersion', place: { file: 'newer.json' } } });
  });

  it('loads a tile index and names what is wrong in one', async () => {
    const base = await serveFiles({
      'a.json': { contents: { 'a.glb': [0, -1] } },
      'b.json': { contents: { 'a.glb': [0.5] } },
    });
    expect(await loadTileIndex(`${base}a.json`)).toEqual({ ok: true, value: { contents: { 'a.glb': [0, -1] } } });
    const bad = await loadTileIndex(`${base}b.json`);
    expect(bad).toMatchObject({ ok: false, issue: { code: 'index.badShape', values: { path: 'contents.a.glb.0' } } });
  });

  it('always gives settings: those of the file, or the defaults with the reason', async () => {
    const base = await serveFiles({
      'a.json': { locale: 'en' },
      'b.json': { langauge: 'en' },
      'c.json': { connectHosts: ['x; script-src *'] },
    });
    const defaults = { catalog: 'tiles/catalog.json', locale: 'zh-CN', theme: 'light', connectHosts: [] };
    expect(await loadConfig(`${base}a.json`)).toEqual({ config: { ...defaults, locale: 'en' }, issues: [] });
    for (const [file, code] of [
      ['b.json', 'config.badShape'],
      ['c.json', 'config.badShape'],
      ['d.json', 'fetch.notFound'],
    ]) {
      expect(await loadConfig(base + file)).toMatchObject({ config: defaults, issues: [{ code, place: { file } }] });
    }
  });
});
