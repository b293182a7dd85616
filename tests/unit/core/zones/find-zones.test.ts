import { describe, expect, it } from 'vitest';
import { findLabelPosition } from '../../../../src/core/zones/find-label-position.ts';
import { findZonesAt } from '../../../../src/core/zones/find-zones.ts';
import { orderZonesByLevel } from '../../../../src/core/zones/order-zones.ts';
import { zoneExtent } from '../../../../src/core/zones/zone-extent.ts';
import { makeZone, ringAround } from './make-zone.ts';

describe('findZonesAt', () => {
  const wide = makeZone('wide', [[ringAround(0, 0, 1), ringAround(0, 0, 0.2)]]);
  const east = makeZone('east', [[ringAround(1.5, 0, 0.5)], [ringAround(9, 9, 0.5)]]);

  it('finds every zone at a position in the order given, holes out, edges in', () => {
    const at = (lon: number, lat: number) => findZonesAt([east, wide], [lon, lat]).map((zone) => zone.properties.id);
    expect(at(0.5, 0.5)).toEqual(['wide']);
    expect(at(0, 0)).toEqual([]);
    expect(at(1, 0)).toEqual(['east', 'wide']);
    expect(at(9, 9)).toEqual(['east']);
    expect(at(5, 5)).toEqual([]);
  });

  it('takes a position a tenth of a millimetre off the edge as on it, a metre off as outside', () => {
    expect(findZonesAt([wide], [1 + 9e-10, 0])).toHaveLength(1);
    expect(findZonesAt([wide], [1 + 1e-5, 0])).toHaveLength(0);
  });
});

describe('orderZonesByLevel', () => {
  it('goes from red to unrated and keeps the order of equals', () => {
    const zones = [
      makeZone('none', [[ringAround(0, 0, 1)]]),
      makeZone('blue', [[ringAround(0, 0, 1)]], { level: 'blue' }),
      makeZone('red 1', [[ringAround(0, 0, 1)]], { level: 'red' }),
      makeZone('yellow', [[ringAround(0, 0, 1)]], { level: 'yellow' }),
      makeZone('red 2', [[ringAround(0, 0, 1)]], { level: 'red' }),
      makeZone('orange', [[ringAround(0, 0, 1)]], { level: 'orange' }),
    ];
    const ids = orderZonesByLevel(zones).map((zone) => zone.properties.id);
    expect(ids).toEqual(['red 1', 'red 2', 'orange', 'yellow', 'blue', 'none']);
    expect(zones[0]?.properties.id).toBe('none');
  });
});

describe('zoneExtent and findLabelPosition', () => {
  const zone = makeZone('z', [[ringAround(10, 60, 0.1)], [ringAround(11, 61, 0.4), ringAround(11.2, 61, 0.15)]]);

  it('bounds all polygons', () => {
    const wanted = [9.9, 59.9, 11.4, 61.4];
    zoneExtent(zone).forEach((side, index) => {
      expect(side).toBeCloseTo(wanted[index]!, 9);
    });
  });

  it('labels the largest polygon at a place inside the zone', () => {
    const [lon, lat] = findLabelPosition(zone);
    expect(findZonesAt([zone], [lon, lat])).toHaveLength(1);
    expect(lon).toBeGreaterThan(10.6);
    expect(lon).toBeLessThan(11.05);
    expect(lat).toBeGreaterThan(60.6);
  });
});
