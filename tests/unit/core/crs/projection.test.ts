import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCrs } from '../../../../src/core/crs/crs-registry.ts';
import { createProjection, type Projection } from '../../../../src/core/crs/projection.ts';

interface Reference {
  source: string;
  positions: Record<string, [lon: number, lat: number, x: number, y: number][]>;
}

const reference = JSON.parse(
  readFileSync(new URL('../../../fixtures/crs/positions.json', import.meta.url), 'utf8'),
) as Reference;

/** Metres; RD New goes through a datum shift whose parameters differ between editions. */
const tolerance = (code: string): number => (code === 'EPSG:28992' ? 0.6 : 0.002);

function projection(code: string): Projection {
  const made = createProjection(code);
  if (!made.ok) throw new Error(`${code}: ${made.issue.code}`);
  return made.value;
}

describe('projections against PROJ', () => {
  const codes = Object.keys(reference.positions);

  it('holds references for every CGCS2000 Gauss-Krüger zone', () => {
    const held = codes.filter((code) => Number(code.slice(5)) >= 4491 && Number(code.slice(5)) <= 4554);
    expect(held).toHaveLength(64);
  });

  it.each(codes)('%s agrees forwards and back', (code) => {
    const { fromLonLat, toLonLat, unitMeters } = projection(code);
    for (const [lon, lat, x, y] of reference.positions[code]!) {
      const [east, north] = fromLonLat(lon, lat);
      expect(Math.hypot(east - x, north - y) * unitMeters).toBeLessThan(tolerance(code));
      const [backLon, backLat] = toLonLat(x, y);
      const metersOff = Math.hypot((backLon - lon) * Math.cos((lat * Math.PI) / 180), backLat - lat) * 111_320;
      expect(metersOff).toBeLessThan(tolerance(code) * 1.1);
    }
  });
});

describe('the registry of coordinate systems', () => {
  it.each([
    ['EPSG:4547', 'EPSG:4547'],
    ['urn:ogc:def:crs:EPSG::4547', 'EPSG:4547'],
    ['http://www.opengis.net/def/crs/EPSG/0/6697', 'EPSG:6697'],
    ['https://www.opengis.net/def/crs/EPSG/0/7415', 'EPSG:7415'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326'],
    ['4490', 'EPSG:4490'],
  ])('reads %s', (text, code) => {
    expect(findCrs(text)?.code).toBe(code);
  });

  it('tells the height part of compound systems', () => {
    expect(projection('EPSG:7415').vertical).toBe('EPSG:5709');
    expect(projection('EPSG:28992+5709').vertical).toBe('EPSG:5709');
    expect(projection('urn:ogc:def:crs,crs:EPSG::28992,crs:EPSG::5709').vertical).toBe('EPSG:5709');
    const url = 'http://www.opengis.net/def/crs/EPSG/0';
    const pair = `http://www.opengis.net/def/crs-compound?1=${url}/28992&2=${url}/5709`;
    expect(projection(pair)).toMatchObject({ code: 'EPSG:28992', vertical: 'EPSG:5709' });
    expect(projection('EPSG:6697').vertical).toBe('EPSG:6695');
    expect(projection('EPSG:4979').vertical).toBe('ellipsoidal');
    expect(projection('EPSG:28992').vertical).toBeNull();
  });

  it('knows which systems write north first', () => {
    expect(projection('EPSG:4547').northFirst).toBe(true);
    expect(projection('EPSG:6697').northFirst).toBe(true);
    expect(projection('EPSG:28992').northFirst).toBe(false);
  });

  it.each(['EPSG:9999', 'EPSG:4555', 'WGS 84', '', 'EPSG:45470'])('refuses %j', (text) => {
    const made = createProjection(text);
    expect(made.ok ? made.value.code : made.issue.code).toBe('crs.unknown');
  });

  it('refuses earth-centred coordinates by their own code', () => {
    const made = createProjection('EPSG:4479');
    expect(made.ok ? made.value.code : made.issue.code).toBe('crs.geocentric');
  });
});
