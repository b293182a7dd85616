import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RISK_LEVELS, type RiskLevel } from '../../../../src/core/city/hazard.ts';
import type { MultiPolygon2 } from '../../../../src/core/geometry/coordinates.ts';
import { collectFootprints, type FootprintRow } from '../../../../src/core/risk/building-footprints.ts';
import { measureExposure } from '../../../../src/core/risk/measure-exposure.ts';
import type { ZonePolygons } from '../../../../src/core/risk/zone-polygons.ts';
import { expectExposure, type OracleCase } from './expect-exposure.ts';

const METERS = { fromLonLat: (x: number, y: number) => [x, y] as const };

function box(x: number, y: number, width: number, height = width): MultiPolygon2[number][number] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ];
}

function row(geometry: MultiPolygon2 | null, weights: Partial<FootprintRow> = {}): FootprintRow {
  return { geometry, floorAreaSquareMeters: null, peopleDay: null, peopleNight: null, ...weights };
}

function zone(id: string, level: RiskLevel, polygons: MultiPolygon2): ZonePolygons {
  return { id, level, polygons };
}

const HOUSE = row([[box(0, 0, 10)]], { floorAreaSquareMeters: 300, peopleDay: 12, peopleNight: null });

function measure(rows: FootprintRow[], zones: ZonePolygons[]) {
  return measureExposure(collectFootprints(rows, METERS), zones);
}

describe('measureExposure by hand', () => {
  it('weights a building by the share of its footprint inside and counts what is unknown', () => {
    const result = measure([HOUSE], [zone('a', 'red', [[box(7.5, -5, 100)]])]);
    const quarter = {
      buildings: 1,
      footprintAreaSquareMeters: 25,
      floorAreaSquareMeters: 75,
      peopleDay: 3,
      peopleNight: 0,
      facilities: 0,
      pipesMeters: 0,
      unknown: { floorArea: 0, peopleDay: 0, peopleNight: 1 },
    };
    expect(result).toEqual({
      rule: 'footprint-share-1',
      zones: [{ id: 'a', ...quarter }],
      byLevel: { red: quarter },
      union: quarter,
    });
  });

  it('does not count a building that a zone only touches along an edge or at a corner', () => {
    const zones = [zone('edge', 'red', [[box(10, 0, 10)]]), zone('corner', 'blue', [[box(10, 10, 5)]])];
    const result = measure([HOUSE], zones);
    expect(result.zones.map((each) => each.buildings)).toEqual([0, 0]);
    expect(result.union).toMatchObject({ buildings: 0, footprintAreaSquareMeters: 0 });
  });

  it('counts a building whole that one part of a zone holds and another part of the same zone only cuts', () => {
    const both = zone('both', 'red', [[box(-50, -50, 200)], [box(5, -5, 30)]]);
    const result = measure([HOUSE], [both]);
    expect(result.zones[0]).toMatchObject({ footprintAreaSquareMeters: 100, floorAreaSquareMeters: 300 });
    expect(result.union.footprintAreaSquareMeters).toBe(100);
  });

  it('keeps holes out, and a building inside a hole unexposed', () => {
    const ring = zone('ring', 'yellow', [[box(-50, -50, 110), box(5, -5, 20, 30)]]);
    const result = measure([HOUSE, row([[box(12, 0, 5)]])], [ring]);
    expect(result.union).toMatchObject({ buildings: 1, footprintAreaSquareMeters: 50 });
  });

  it('counts every part once at its highest level, and a building cut by two levels in both', () => {
    const zones = [
      zone('blue all', 'blue', [[box(-5, -5, 30)]]),
      zone('red left', 'red', [[box(-5, -5, 8, 30)]]),
      zone('red again', 'red', [[box(-5, -5, 7, 30)]]),
      zone('none', 'unrated', [[box(-5, -5, 30)]]),
    ];
    const result = measure([HOUSE], zones);
    expect(result.zones.map((each) => each.footprintAreaSquareMeters)).toEqual([100, 30, 20, 100]);
    expect(result.byLevel.red).toMatchObject({
      buildings: 1,
      footprintAreaSquareMeters: 30,
      floorAreaSquareMeters: 90,
    });
    expect(result.byLevel.blue).toMatchObject({
      buildings: 1,
      footprintAreaSquareMeters: 70,
      peopleDay: expect.closeTo(8.4, 9),
    });
    expect(result.byLevel.unrated).toMatchObject({ buildings: 0, footprintAreaSquareMeters: 0 });
    expect(Object.keys(result.byLevel)).toEqual(['red', 'blue', 'unrated']);
    expect(result.union).toMatchObject({ buildings: 1, footprintAreaSquareMeters: 100 });
  });

  it('counts once what several polygons of one zone or of one building share', () => {
    const twice = zone('twice', 'red', [[box(0, 0, 6, 10)], [box(4, 0, 2, 10)]]);
    const house = row([[box(0, 0, 10)], [box(5, 0, 5, 10)]], { peopleDay: 10 });
    expect(measure([house], [twice]).union).toMatchObject({ footprintAreaSquareMeters: 60, peopleDay: 6 });
  });

  it('never exposes a building without footprint, and answers for no zones and no buildings', () => {
    const everywhere = zone('z', 'red', [[box(-1e6, -1e6, 2e6)]]);
    expect(measure([row(null), row([])], [everywhere]).union.buildings).toBe(0);
    expect(measure([HOUSE], [])).toMatchObject({ zones: [], byLevel: {}, union: { buildings: 0 } });
    expect(measure([], [everywhere]).zones[0]?.buildings).toBe(0);
  });
});

describe('measureExposure beside shapely', () => {
  const made = JSON.parse(readFileSync('tests/fixtures/exposure/made.json', 'utf8')) as OracleCase & {
    rows: { geometry: MultiPolygon2; floorArea: number; peopleDay: number; peopleNight: number }[];
  };
  const rows = made.rows.map(({ floorArea, ...rest }) => ({ ...rest, floorAreaSquareMeters: floorArea }));
  const zones = made.zones.map(({ level, coordinates }, index) => zone(String(index), level, coordinates));

  it('agrees on 300 buildings under 50 zones', () => {
    expect(made.answers.union.buildings).toBeGreaterThan(200);
    expectExposure(measure(rows, zones), made, 1e-9);
  });

  it('agrees whatever the direction of the rings', () => {
    const turned = zones.map((each) => ({
      ...each,
      polygons: each.polygons.map((polygon) => polygon.map((ring) => [...ring].reverse())),
    }));
    expectExposure(measure(rows, turned), made, 1e-9);
  });
});

const place = fc.integer({ min: -40, max: 40 });
const size = fc.integer({ min: 1, max: 40 });
const anyBox = fc.tuple(place, place, size, size).map(([x, y, width, height]) => box(x, y, width, height));
const anyTriangle = fc
  .array(fc.tuple(place, place), { minLength: 3, maxLength: 3 })
  .map(([a, b, c]) => [a!, b!, c!, a!]);
const anyZone = fc
  .tuple(fc.constantFrom(...RISK_LEVELS), fc.oneof(anyBox, anyTriangle))
  .map(([level, ring]) => zone('z', level, [[ring]]));
const anyHouse = fc.oneof(anyBox, anyTriangle).map((ring) => row([[ring]], { peopleDay: 100 }));

describe('measureExposure in general', () => {
  it('gives the parts of a partition of the plane the sum of the whole', () => {
    fc.assert(
      fc.property(fc.array(anyHouse, { maxLength: 6 }), place, place, (houses, x, y) => {
        const half = 1000;
        const quarters = [
          box(x, y, half),
          box(x - half, y, half),
          box(x, y - half, half),
          box(x - half, y - half, half),
        ].map((ring) => zone('quarter', 'red', [[ring]]));
        const result = measure(houses, quarters);
        const whole = measure(houses, [zone('all', 'red', [[box(-half, -half, 2 * half)]])]);
        const sum = result.zones.reduce((total, each) => total + each.footprintAreaSquareMeters, 0);
        expect(sum).toBeCloseTo(whole.union.footprintAreaSquareMeters, 6);
        expect(result.union.footprintAreaSquareMeters).toBeCloseTo(sum, 6);
        expect(result.union.buildings).toBe(whole.union.buildings);
      }),
    );
  });

  it('keeps the union between the largest zone and the sum, and equal to the sum of the levels', () => {
    fc.assert(
      fc.property(fc.array(anyHouse, { maxLength: 5 }), fc.array(anyZone, { maxLength: 6 }), (houses, zones) => {
        const { union, byLevel, zones: gross } = measure(houses, zones);
        const areas = gross.map((each) => each.footprintAreaSquareMeters);
        const levels = Object.values(byLevel).reduce((sum, each) => sum + each.footprintAreaSquareMeters, 0);
        expect(union.footprintAreaSquareMeters).toBeLessThanOrEqual(areas.reduce((sum, area) => sum + area, 0) + 1e-6);
        expect(union.footprintAreaSquareMeters).toBeGreaterThanOrEqual(Math.max(0, ...areas) - 1e-6);
        expect(levels).toBeCloseTo(union.footprintAreaSquareMeters, 5);
        expect(union.peopleDay).toBeLessThanOrEqual(houses.length * 100 + 1e-6);
      }),
    );
  });

  it('never loses by growth: a zone inside another holds no more', () => {
    fc.assert(
      fc.property(fc.array(anyHouse, { maxLength: 5 }), place, place, size, size, (houses, x, y, width, grow) => {
        const inner = measure(houses, [zone('z', 'red', [[box(x, y, width)]])]).union;
        const outer = measure(houses, [zone('z', 'red', [[box(x - grow, y - grow, width + 2 * grow)]])]).union;
        expect(outer.footprintAreaSquareMeters).toBeGreaterThanOrEqual(inner.footprintAreaSquareMeters - 1e-6);
        expect(outer.buildings).toBeGreaterThanOrEqual(inner.buildings);
      }),
    );
  });

  it('does not depend on the order of zones or buildings', () => {
    fc.assert(
      fc.property(fc.array(anyHouse, { maxLength: 5 }), fc.array(anyZone, { maxLength: 6 }), (houses, zones) => {
        const forward = measure(houses, zones);
        const backward = measure([...houses].reverse(), [...zones].reverse());
        expect(backward.union.buildings).toBe(forward.union.buildings);
        expect(backward.union.peopleDay).toBeCloseTo(forward.union.peopleDay, 6);
        for (const level of RISK_LEVELS) {
          expect(backward.byLevel[level]?.buildings).toBe(forward.byLevel[level]?.buildings);
        }
        expect(backward.zones.map((each) => each.buildings).reverse()).toEqual(
          forward.zones.map((each) => each.buildings),
        );
      }),
    );
  });
});
