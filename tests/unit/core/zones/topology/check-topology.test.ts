import { describe, expect, it } from 'vitest';
import { createProjection, type Projection } from '../../../../../src/core/crs/projection.ts';
import type { MultiPolygon2, ProjectedXY } from '../../../../../src/core/geometry/coordinates.ts';
import { measurePlanArea } from '../../../../../src/core/geometry/plan-area.ts';
import { sketchOfZone } from '../../../../../src/core/zones/editing/sketch-of-zone.ts';
import { zoneShapeOfSketch } from '../../../../../src/core/zones/editing/zone-shape-of-sketch.ts';
import { checkTopology } from '../../../../../src/core/zones/topology/check-topology.ts';
import { fixTopology } from '../../../../../src/core/zones/topology/fix-topology.ts';
import type { Zone } from '../../../../../src/core/zones/zone.ts';
import { makeZone } from '../make-zone.ts';

const [EAST, NORTH] = [400_000, 2_560_000];
const TOLERANCE_METERS = 2;

function projectionOf(code: string): Projection {
  const projection = createProjection(code);
  if (!projection.ok) throw new Error(code);
  return projection.value;
}

const PROJECTION = projectionOf('EPSG:4547');

function zoneOf(id: string, shape: MultiPolygon2, properties: Partial<Zone['properties']> = {}): Zone {
  const shifted = shape.map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]): ProjectedXY => [x + EAST, y + NORTH])),
  );
  const geometry = zoneShapeOfSketch(shifted, PROJECTION);
  if (!geometry.ok) throw new Error(geometry.issue.code);
  return { ...makeZone(id, [], properties), geometry: geometry.value };
}

const box = (x: number, y: number, width: number, height: number): MultiPolygon2 => [
  [
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ],
  ],
];

const check = (...zones: Zone[]) => checkTopology(zones, PROJECTION, TOLERANCE_METERS).findings;

function areaOf(geometry: Zone['geometry']): number {
  const shape = sketchOfZone({ ...makeZone('x', []), geometry }, PROJECTION);
  return shape.ok ? measurePlanArea(shape.value) : Number.NaN;
}

function fix(finding: ReturnType<typeof check>[number], ...zones: Zone[]) {
  const fixed = fixTopology(finding, zones, PROJECTION, TOLERANCE_METERS);
  if (!fixed.ok) throw new Error(fixed.issue.code);
  return fixed.value;
}

describe('topology of zones', () => {
  it.each<[string, Partial<Zone['properties']>, Partial<Zone['properties']>]>([
    ['the lower level', { level: 'yellow', status: 'reviewed' }, { level: 'red' }],
    ['of equal levels the one not reviewed', { level: 'red' }, { level: 'red', status: 'reviewed' }],
    ['one that is not approved', { level: 'red', status: 'reviewed' }, { level: 'blue', status: 'approved' }],
  ])('lets %s give way, whatever the ids', (_, yielding, firm) => {
    const [low, high] = [box(0, 0, 100, 100), box(50, 0, 100, 100)];
    for (const [yields, stays] of [
      ['a', 'b'],
      ['b', 'a'],
    ] as const) {
      const zones = [zoneOf(yields, low, yielding), zoneOf(stays, high, firm)];
      expect(check(...zones)).toMatchObject([{ kind: 'overlap', zoneIds: [stays, yields] }]);
    }
  });

  it('finds nothing wrong with neighbours that share an edge', () => {
    expect(check(zoneOf('a', box(0, 0, 100, 100)), zoneOf('b', box(100, 0, 100, 100)))).toEqual([]);
  });

  it('finds an overlap with its area and place, and cuts it from the second zone', () => {
    const zones = [zoneOf('a', box(0, 0, 100, 100)), zoneOf('b', box(90, 0, 100, 100))] as const;
    const [overlap, ...others] = check(...zones);
    expect(others).toEqual([]);
    expect(overlap).toMatchObject({ kind: 'overlap', zoneIds: ['a', 'b'] });
    expect(overlap!.areaSquareMeters).toBeCloseTo(1000, 0);
    const [x] = PROJECTION.fromLonLat(overlap!.place[0], overlap!.place[1]);
    expect(x - EAST).toBeGreaterThan(90);
    expect(x - EAST).toBeLessThan(100);
    const fixed = fix(overlap!, ...zones);
    expect(fixed.zoneId).toBe('b');
    expect(areaOf(fixed.geometry)).toBeCloseTo(9000, 0);
    expect(check(zones[0], { ...zones[1], geometry: fixed.geometry })).toEqual([]);
  });

  it('lets zones of different hazards overlap', () => {
    expect(check(zoneOf('a', box(0, 0, 100, 100)), zoneOf('b', box(90, 0, 100, 100), { hazard: 'fire' }))).toEqual([]);
  });

  it('tells a zone drawn twice, which it cannot mend', () => {
    const zones = [zoneOf('a', box(0, 0, 100, 100)), zoneOf('b', box(0, 0, 100, 100))] as const;
    const [duplicate, ...others] = check(...zones);
    expect(others).toEqual([]);
    expect(duplicate!.kind).toBe('duplicate');
    expect(fixTopology(duplicate!, zones, PROJECTION, 2)).toMatchObject({
      ok: false,
      issue: { code: 'topology.noSafeFix' },
    });
  });

  it('finds a narrow gap with its width, and closes it', () => {
    const zones = [zoneOf('a', box(0, 0, 100, 100)), zoneOf('b', box(101.2, 20, 100, 50))] as const;
    const [gap, ...others] = check(...zones);
    expect(others).toEqual([]);
    expect(gap).toMatchObject({ kind: 'gap', zoneIds: ['a', 'b'] });
    expect(gap!.widthMeters).toBeCloseTo(1.2, 3);
    const fixed = fix(gap!, ...zones);
    expect(areaOf(fixed.geometry)).toBeCloseTo(5000 + 60, 0);
    expect(check(zones[0], { ...zones[1], geometry: fixed.geometry })).toEqual([]);
  });

  it('does not take a street between zones for a gap, nor ground that a third zone covers', () => {
    expect(check(zoneOf('a', box(0, 0, 100, 100)), zoneOf('b', box(112, 0, 100, 100)))).toEqual([]);
    const between = zoneOf('c', box(100, 0, 1, 100));
    const found = check(zoneOf('a', box(0, 0, 100, 100)), zoneOf('b', box(101, 0, 100, 100)), between);
    expect(found.map(({ kind }) => kind)).toEqual(['sliver']);
  });

  it('finds a sliver and leaves it out', () => {
    const zone = zoneOf('a', [...box(0, 0, 100, 100), ...box(200, 0, 0.5, 100)]);
    const [sliver, ...others] = check(zone);
    expect(others).toEqual([]);
    expect(sliver).toMatchObject({ kind: 'sliver', zoneIds: ['a'], polygon: 1 });
    expect(sliver!.widthMeters).toBeCloseTo(0.5, 1);
    expect(areaOf(fix(sliver!, zone).geometry)).toBeCloseTo(10_000, 0);
    const alone = zoneOf('b', box(0, 0, 0.5, 100));
    expect(fixTopology(check(alone)[0]!, [alone], PROJECTION, 2)).toMatchObject({ ok: false });
  });

  it('finds rings that touch themselves and rebuilds them', () => {
    const [west, south] = PROJECTION.toLonLat(EAST, NORTH);
    const tie = [
      [west, south],
      [west + 0.001, south + 0.001],
      [west + 0.001, south],
      [west, south + 0.001],
      [west, south],
    ] as const;
    const zone = makeZone('a', [[tie]]);
    const [found] = check(zone);
    expect(found!.kind).toBe('selfTouch');
    expect(fix(found!, zone).geometry.coordinates).toHaveLength(2);
  });

  it('tells zones that it cannot place', () => {
    const far = makeZone('far', [
      [
        [
          [5, 52],
          [5.1, 52],
          [5.1, 52.1],
          [5, 52],
        ],
      ],
    ]);
    expect(checkTopology([far], PROJECTION, 2)).toMatchObject({
      findings: [],
      issues: [{ code: 'sketch.outsideArea', place: { id: 'far' } }],
    });
  });

  it('checks 2,000 zones within 2 s of computing', () => {
    const ring = (x: number, y: number): MultiPolygon2 => [
      [
        Array.from({ length: 40 }, (_, corner): ProjectedXY => {
          const turn = (corner / 40) * 2 * Math.PI;
          return [x + 51 * Math.cos(turn), y + 51 * Math.sin(turn)];
        }),
      ],
    ];
    const zones = Array.from({ length: 2000 }, (_, index) =>
      zoneOf(`z${index}`, ring((index % 50) * 100, Math.floor(index / 50) * 100)),
    );
    const begin = process.cpuUsage();
    const { findings } = checkTopology(zones, PROJECTION, TOLERANCE_METERS);
    const elapsed = process.cpuUsage(begin).user / 1000;
    expect(findings.filter(({ kind }) => kind === 'overlap')).toHaveLength(49 * 40 + 50 * 39);
    expect(elapsed).toBeLessThan(2000);
  });
});
