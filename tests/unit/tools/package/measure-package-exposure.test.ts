import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildPackage } from '../../../../tools/package/build-package.ts';
import { measurePackageExposure } from '../../../../tools/package/measure-package-exposure.ts';
import { freshFolder } from '../../fresh-folder.ts';
import { quietContext } from './quiet-context.ts';
import { sampleRing, writeSampleRecipe } from './sample-recipe.ts';

let root = '';
let city = '';
beforeAll(async () => {
  root = freshFolder('package-exposure');
  city = path.join(root, 'city');
  const recipe = await writeSampleRecipe(path.join(root, 'sources'));
  const built = await buildPackage(recipe, { out: city, tilesFolder: root, force: false }, quietContext());
  if (!built.ok) throw new Error(built.issue.code);
});

async function measure(content: unknown) {
  const file = path.join(root, 'asked.geojson');
  await writeFile(file, JSON.stringify(content));
  return measurePackageExposure(city, file, quietContext());
}

const polygon = (ring: number[][]) => ({ type: 'Polygon', coordinates: [ring] });
const feature = (id: string, ring: number[][]) => ({
  type: 'Feature',
  properties: { id, hazard: 'flood' },
  geometry: polygon(ring),
});
const outside = (issues: { code: string; place: { id?: string } }[]) =>
  issues.filter((issue) => issue.code === 'exposure.zoneOutside').map((issue) => issue.place.id);

describe('exposure of a package to the zones of a file', () => {
  // A 100 m square over 12 m houses every 40 m: rows and columns 0, 40, 80 of each lie inside.
  const around = sampleRing(-10, -10, 100);

  it('takes a bare polygon, several in one, a lone feature and a collection alike', async () => {
    const forms = [
      polygon(around),
      { type: 'MultiPolygon', coordinates: [[around]] },
      feature('a', around),
      { type: 'FeatureCollection', features: [feature('a', around)] },
    ];
    for (const form of forms) {
      const measured = await measure(form);
      expect(measured.ok && measured.value.result.zones.map((zone) => zone.buildings)).toEqual([9]);
    }
  });

  it('names each zone that lies wholly beside the data of the city, and no other', async () => {
    const far = sampleRing(5000, 0, 100);
    const across = sampleRing(-5000, -5000, 20_000);
    const features = [feature('near', around), feature('far', far), feature('across', across)];
    const measured = await measure({ type: 'FeatureCollection', features });
    if (!measured.ok) throw new Error(measured.issue.code);
    expect(outside(measured.value.issues)).toEqual(['far']);
    expect(measured.value.result.zones.map((zone) => zone.buildings)).toEqual([9, 0, 31]);
  });

  it('measures the pipes of the package inside, and a package of pipes alone', async () => {
    // The sample's pipes: 200 m along the foot of the houses, then 200 m up beside them.
    const measured = await measure(feature('a', sampleRing(-10, -10, 100)));
    expect(measured.ok && Math.round(measured.value.result.union.pipesMeters)).toBe(90);
    const folder = path.join(root, 'pipes');
    const line = { type: 'LineString', coordinates: sampleRing(0, 5, 200).slice(0, 3) };
    await mkdir(folder);
    await writeFile(
      path.join(folder, 'p.geojson'),
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: { class: 'gas' }, geometry: line }],
      }),
    );
    const dataset = { id: 'p', kind: 'pipes', source: 'p.geojson' };
    const recipe = { version: 1, id: 'p', name: { zh: '管', en: 'p' }, projectCrs: 'EPSG:4547', datasets: [dataset] };
    await writeFile(path.join(folder, 'recipe.json'), JSON.stringify(recipe));
    const built = await buildPackage(
      path.join(folder, 'recipe.json'),
      { out: path.join(folder, 'out'), tilesFolder: root, force: false },
      quietContext(),
    );
    if (!built.ok) throw new Error(built.issue.code);
    const file = path.join(root, 'asked.geojson');
    const alone = await measurePackageExposure(path.join(folder, 'out'), file, quietContext());
    expect(alone.ok && alone.value.result.union).toMatchObject({ buildings: 0 });
    expect(alone.ok && measured.ok && alone.value.result.union.pipesMeters).toBe(
      measured.ok && measured.value.result.union.pipesMeters,
    );
  });

  it('says that projected zones lack their CRS, and takes them when it is declared', async () => {
    const ring = [
      [500_000, 3_375_000],
      [502_000, 3_375_000],
      [502_000, 3_377_000],
      [500_000, 3_375_000],
    ];
    const features = [feature('p', ring)];
    const refused = await measure({ type: 'FeatureCollection', features });
    expect(refused.ok ? null : refused.issue).toMatchObject({ code: 'crs.missing', place: { file: 'asked.geojson' } });
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4547' } };
    const measured = await measure({ type: 'FeatureCollection', features, crs });
    expect(measured.ok && measured.value.result.union.buildings).toBeGreaterThan(0);
  });
});
