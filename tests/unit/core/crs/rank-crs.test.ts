import { describe, expect, it } from 'vitest';
import type { Extent } from '../../../../src/core/city/city-manifest.ts';
import { describeWkt } from '../../../../src/core/crs/describe-wkt.ts';
import { createProjection } from '../../../../src/core/crs/projection.ts';
import { rankCrs } from '../../../../src/core/crs/rank-crs.ts';
import { crsOfPrj } from '../../../../src/core/formats/prj.ts';

const CITY: Extent = [114.29, 31.18, 114.33, 31.2];

function extentIn(code: string, isSwapped = false): Extent {
  const projection = createProjection(code);
  if (!projection.ok) throw new Error(code);
  const [a, b] = [projection.value.fromLonLat(114.3, 31.185), projection.value.fromLonLat(114.31, 31.19)];
  return isSwapped ? [a[1], a[0], b[1], b[0]] : [a[0], a[1], b[0], b[1]];
}

describe('coordinate systems that numbers can be in', () => {
  it.each(['EPSG:4547', 'EPSG:4526', 'EPSG:4326', 'EPSG:3857', 'EPSG:32649'])(
    'names %s first for a city there',
    (code) => {
      const [best] = rankCrs(extentIn(code), CITY, 'EPSG:4547');
      expect(best).toMatchObject({ isSwapped: false, distanceKilometers: 0 });
      // Systems that give the same place are as good as the one asked for.
      const known = rankCrs(extentIn(code), CITY, 'EPSG:4547').filter(
        ({ distanceKilometers }) => distanceKilometers === 0,
      );
      expect(known.map((ranked) => ranked.code)).toContain(code);
    },
  );

  it('finds northing before easting', () => {
    const [best] = rankCrs(extentIn('EPSG:4547', true), CITY, 'EPSG:4547');
    expect(best).toMatchObject({ code: 'EPSG:4547', isSwapped: true, distanceKilometers: 0 });
  });

  it('says how far the next zone would put the data', () => {
    const other = rankCrs(extentIn('EPSG:4547'), CITY, 'EPSG:4547').find(({ code }) => code === 'EPSG:4546');
    expect(other!.distanceKilometers).toBeGreaterThan(270);
    expect(other!.distanceKilometers).toBeLessThan(290);
  });

  it('fits nothing to numbers from nowhere', () => {
    expect(rankCrs([1e9, 1e9, 2e9, 2e9], CITY, 'EPSG:4547')).toEqual([]);
  });
});

describe('well-known text of the registry', () => {
  it.each([
    'EPSG:4326',
    'EPSG:4490',
    'EPSG:4547',
    'EPSG:4526',
    'EPSG:4491',
    'EPSG:4502',
    'EPSG:32651',
    'EPSG:32735',
    'EPSG:28992',
    'EPSG:2263',
    'EPSG:6676',
    'EPSG:25832',
    'EPSG:6668',
  ])('%s is the same again when read', (code) => expect(crsOfPrj(describeWkt(code) ?? '')).toBe(code));
  it('is not made where it would be wrong', () => expect(describeWkt('EPSG:3857')).toBeNull());
});
