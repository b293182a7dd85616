import { describe, expect, it } from 'vitest';
import { parseCatalog, parseCityManifest } from '../../../../src/core/city/parse-city.ts';

const MANIFEST = {
  packageVersion: 1,
  id: 'a',
  name: { zh: '甲', en: 'A' },
  projectCrs: 'EPSG:4547',
  heightDatum: 'unknown',
  extent: [114, 30, 115, 31],
  ground: { rule: 'none', extent: [114, 30, 115, 31], columns: 1, rows: 1, ellipsoidalHeightsMeters: [0] },
  datasets: [],
  tilesets: [],
  tables: {},
  rules: [],
  issues: [],
  files: {},
  tool: { name: 't', version: '1' },
  inputHash: '',
};

describe('parseCityManifest', () => {
  it('reads a manifest and fills in defaults', () => {
    expect(parseCityManifest(MANIFEST)).toMatchObject({ ok: true, value: { id: 'a', synthetic: false } });
  });

  it('refuses a newer version by both versions, before looking at its shape', () => {
    expect(parseCityManifest({ packageVersion: 3 }, 'x/city.json')).toEqual({
      ok: false,
      issue: {
        code: 'city.newerVersion',
        severity: 'error',
        place: { file: 'x/city.json' },
        values: { found: 3, supported: 1 },
      },
    });
  });

  it.each([
    ['null', null, '.'],
    ['text', 'city', '.'],
    ['no version', { ...MANIFEST, packageVersion: undefined }, 'packageVersion'],
    ['version 0', { ...MANIFEST, packageVersion: 0 }, 'packageVersion'],
    ['a short extent', { ...MANIFEST, extent: [1, 2, 3] }, 'extent'],
    ['a wrong dataset', { ...MANIFEST, datasets: [{ id: 1 }] }, 'datasets.0.id'],
  ])('refuses %s and says where', (_, json, path) => {
    const parsed = parseCityManifest(json);
    expect(parsed).toMatchObject({ ok: false, issue: { code: 'city.badShape' } });
    expect(parsed.ok ? '' : parsed.issue.values?.path).toMatch(new RegExp(`^${path.replace('.', '\\.')}`));
  });
});

describe('parseCatalog', () => {
  it('reads a catalog, refuses newer and misshapen ones', () => {
    const cities = [{ id: 'a', name: { zh: '甲', en: 'A' }, manifest: 'a/city.json' }];
    expect(parseCatalog({ catalogVersion: 1, cities })).toEqual({ ok: true, value: { catalogVersion: 1, cities } });
    expect(parseCatalog({ catalogVersion: 2, towns: [] })).toMatchObject({
      ok: false,
      issue: { code: 'catalog.newerVersion', values: { found: 2, supported: 1 } },
    });
    expect(parseCatalog({ catalogVersion: 1, cities: [{}] })).toMatchObject({
      ok: false,
      issue: { code: 'catalog.badShape' },
    });
  });
});
