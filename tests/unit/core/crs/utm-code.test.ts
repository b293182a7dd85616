import { describe, expect, it } from 'vitest';
import { utmCodeOf } from '../../../../src/core/crs/utm-code.ts';

describe('utmCodeOf', () => {
  it.each([
    [113.26, 23.1, 'EPSG:32649'],
    [114, 23.1, 'EPSG:32650'],
    [-73.98, 40.7, 'EPSG:32618'],
    [-180, -1, 'EPSG:32701'],
    [180, 1, 'EPSG:32660'],
  ])('%d, %d lies in %s', (lon, lat, code) => expect(utmCodeOf(lon, lat)).toBe(code));
});
