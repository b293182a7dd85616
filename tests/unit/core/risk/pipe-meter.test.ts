import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RISK_LEVELS, type RiskLevel } from '../../../../src/core/city/hazard.ts';
import type { MultiPolygon2 } from '../../../../src/core/geometry/coordinates.ts';
import { createPipeMeter } from '../../../../src/core/risk/pipe-meter.ts';
import { projectPipes } from '../../../../src/core/risk/pipe-segments.ts';
import type { ZonePolygons } from '../../../../src/core/risk/zone-polygons.ts';
import { finishSteps } from './finish-steps.ts';
import { anyShape, anyZones, box } from './made-city.ts';
import { anyLines, type MadeLine, pipesOf } from './made-pipes.ts';

/** Positions from text: `0 0, 10 0`. */
const at = (text: string): MadeLine => text.split(', ').map((pair) => pair.split(' ').map(Number) as [number, number]);
const zone = (id: string, level: RiskLevel, polygons: MultiPolygon2): ZonePolygons => ({ id, level, polygons });
const measure = (lines: readonly MadeLine[], zones: readonly ZonePolygons[], edited: ZonePolygons | null = null) =>
  finishSteps(createPipeMeter(pipesOf(lines)).measure(zones, edited));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const lengthOf = (lines: readonly MadeLine[]) =>
  sum(
    lines.flatMap((line) => line.slice(1).map(([x, y], place) => Math.hypot(x - line[place]![0], y - line[place]![1]))),
  );

describe('pipes in one zone', () => {
  const inside = (line: string, polygons: MultiPolygon2) => measure([at(line)], [zone('z', 'red', polygons)]).union;

  it('cuts a line at the edges of concave outlines, holes and several parts', () => {
    const comb = [[at('0 0, 10 0, 10 10, 8 10, 8 2, 2 2, 2 10, 0 10')]];
    expect(inside('-5 5, 15 5', comb)).toBeCloseTo(4, 12);
    expect(inside('-5 1, 15 1', comb)).toBeCloseTo(10, 12);
    expect(inside('-5 5, 15 5', [[box(0, 0, 10), box(4, 4, 3)], [box(12, 4, 2)]])).toBeCloseTo(9, 12);
    // 3-4-5: from one corner of the rectangle to the other.
    expect(inside('0 0, 12 16', [[box(0, 0, 6, 8)]])).toBeCloseTo(10, 12);
  });

  it('takes a pipe along an edge as inside, from either side and over part of its length, but not along a spike', () => {
    expect(inside('-2 10, 15 10', [[box(0, 0, 10)]])).toBeCloseTo(10, 12);
    expect(inside('4 0, 7 0', [[box(0, 0, 10)]])).toBeCloseTo(3, 12);
    expect(inside('3 4, 3 8', [[box(0, 0, 10), box(3, 3, 4)]])).toBeCloseTo(4, 12);
    for (const side of ['2 0, 7 0', '2 10, 7 10', '0 2, 0 7', '10 2, 10 7']) {
      const back = side.split(', ').reverse().join(', ');
      expect([side, back].map((line) => inside(line, [[box(0, 0, 10)]]))).toEqual([5, 5]);
    }
    const spiked = [[at('0 0, 10 0, 10 5, 20 5, 10 5, 10 10, 0 10')]];
    expect(inside('8 5, 20 5', spiked)).toBeCloseTo(2, 12);
  });

  it('holds a pipe on a shared edge of two parts, and leaves out a hole that touches the outline in a point', () => {
    expect(inside('5 -5, 5 15', [[box(0, 0, 5, 10)], [box(5, 0, 5, 10)]])).toBeCloseTo(10, 12);
    const touching = [[box(0, 0, 10), at('0 5, 5 3, 5 7, 0 5')]];
    expect(inside('-5 5, 15 5', touching)).toBeCloseTo(5, 12);
  });

  it('sees where an edge that runs along a pipe turns away from it by a hair', () => {
    const far = (text: string) => at(text).map(([x, y]): [number, number] => [x + 520_000.123, y + 4_312_345.678]);
    // From the middle on the edge leaves the pipe by a tenth of a millimetre over ten metres, upwards or downwards.
    const turned = (y: number) => zone('z', 'red', [[far(`0 0, 10 0, 20 ${y}, 20 10, 0 10`)]]);
    expect(measure([far('0 0, 20 0')], [turned(0.0001)]).union).toBeCloseTo(10, 0);
    expect(measure([far('0 0, 20 0')], [turned(-0.0001)]).union).toBeCloseTo(20, 6);
  });

  it('is not led astray by far coordinates: an edge within a micrometre of the pipe counts as under it', () => {
    const far = (text: string) => at(text).map(([x, y]): [number, number] => [x + 520_000.123, y + 4_312_345.678]);
    // The square's side lies on the pipe but for the rounding of its corners.
    const square = zone('z', 'red', [[far('6 8, 18 24, 34 12, 22 -4, 6 8')]]);
    expect(measure([far('0 0, 30 40')], [square]).union).toBeCloseTo(20, 6);
  });
});

describe('pipes by level', () => {
  it('counts every part once at its highest level, and two pipes on the same line twice', () => {
    const zones = [
      zone('wide', 'blue', [[box(0, 0, 100)]]),
      zone('low', 'orange', [[box(20, 0, 30, 100)]]),
      zone('high', 'red', [[box(40, 0, 20, 100)]]),
    ];
    const once = measure(
      [
        [
          [-10, 5],
          [200, 5],
        ],
      ],
      zones,
    );
    expect(once.zones.map((meters) => Math.round(meters * 1e6) / 1e6)).toEqual([100, 30, 20]);
    expect(once.byLevel.map((meters) => Math.round(meters * 1e6) / 1e6)).toEqual([20, 20, 0, 60, 0]);
    expect(once.union).toBeCloseTo(100, 9);
    const twice = measure(
      [
        [
          [-10, 5],
          [200, 5],
        ],
        [
          [200, 5],
          [-10, 5],
        ],
      ],
      zones,
    );
    expect(twice.union).toBeCloseTo(200, 9);
  });

  it('answers nothing without pipes, without zones, and for a pipe without a place', () => {
    expect(measure([], [zone('z', 'red', [[box(0, 0, 10)]])])).toEqual({
      zones: [0],
      byLevel: [0, 0, 0, 0, 0],
      union: 0,
    });
    expect(
      measure(
        [
          [
            [0, 0],
            [10, 0],
          ],
        ],
        [],
      ).union,
    ).toBe(0);
    const nowhere = { fromLonLat: (x: number, y: number) => [x > 5 ? Number.NaN : x, y] as const };
    const geometry = {
      type: 'MultiLineString' as const,
      coordinates: [
        [
          [0, 1],
          [5, 1],
          [6, 1],
        ] as [number, number][],
      ],
    };
    const pipes = projectPipes([{ geometry }], nowhere);
    const { union } = finishSteps(createPipeMeter(pipes).measure([zone('z', 'red', [[box(0, 0, 10)]])], null));
    expect(union).toBe(5);
  });

  it('adds up: levels are the union, no union exceeds its zones or the pipes, cutting a pipe in two changes nothing', () => {
    fc.assert(
      fc.property(anyLines, anyZones, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (lines, zones, at) => {
        const whole = measure(lines, zones);
        const near = 1e-7;
        expect(Math.abs(sum(whole.byLevel) - whole.union)).toBeLessThan(near);
        expect(whole.union).toBeLessThanOrEqual(lengthOf(lines) + near);
        expect(whole.union).toBeLessThanOrEqual(sum(whole.zones) + near);
        for (const meters of whole.zones) expect(meters).toBeLessThanOrEqual(whole.union + near);
        const cut = lines.flatMap((line): MadeLine[] =>
          line.slice(1).flatMap(([bx, by], index): MadeLine[] => {
            const [ax, ay] = line[index]!;
            const middle: [number, number] = [ax + at * (bx - ax), ay + at * (by - ay)];
            return [
              [[ax, ay], middle],
              [middle, [bx, by]],
            ];
          }),
        );
        const halves = measure(cut, zones);
        for (const place of zones.keys())
          expect(Math.abs(halves.zones[place]! - whole.zones[place]!)).toBeLessThan(1e-5);
        for (const rank of RISK_LEVELS.keys()) {
          expect(Math.abs(halves.byLevel[rank]! - whole.byLevel[rank]!)).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the sum over small steps along the pipes, each asked alone whether it lies inside', () => {
    const isOdd = (x: number, y: number, ring: MultiPolygon2[number][number]) =>
      ring.filter(([ax, ay], index) => {
        const [bx, by] = ring[(index + 1) % ring.length]!;
        return ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay);
      }).length %
        2 ===
      1;
    const isIn = (x: number, y: number, polygons: MultiPolygon2) =>
      polygons.some((rings) => rings.filter((ring) => isOdd(x, y, ring)).length % 2 === 1);
    const steps = 2000;
    // Off every number that shapes are made of: where a pipe runs along an edge, steps on it say nothing.
    const offLattice = fc.double({ min: -45, max: 45, noNaN: true }).map((value) => value + Math.SQRT1_2 / 1000);
    const anyPipe = fc.array(offLattice, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(anyPipe, anyShape, anyShape, ([x1 = 0, y1 = 0, x2 = 0, y2 = 0], red, blue) => {
        const counts = [0, 0];
        for (let step = 0; step < steps; step += 1) {
          const at = (step + 0.5) / steps;
          const [x, y] = [x1 + at * (x2 - x1), y1 + at * (y2 - y1)];
          if (isIn(x, y, red)) counts[0]! += 1;
          else if (isIn(x, y, blue)) counts[1]! += 1;
        }
        const length = Math.hypot(x2 - x1, y2 - y1);
        const { byLevel } = measure(
          [
            [
              [x1, y1],
              [x2, y2],
            ],
          ],
          [zone('b', 'blue', blue), zone('r', 'red', red)],
        );
        // Every crossing may be off by half a step; made shapes have fewer than sixty.
        const slack = (60 * length) / steps + 1e-6;
        expect(Math.abs(byLevel[0]! - (counts[0]! * length) / steps)).toBeLessThanOrEqual(slack);
        expect(Math.abs(byLevel[3]! - (counts[1]! * length) / steps)).toBeLessThanOrEqual(slack);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a zone that is being drawn', () => {
  it('on top of the others is what a whole measurement says, whatever was asked before', () => {
    const anyEdited = fc.record({ id: fc.constant('new'), level: fc.constantFrom(...RISK_LEVELS), polygons: anyShape });
    const anyQuestion = fc.record({
      zones: fc.option(anyZones, { freq: 2 }),
      edited: fc.option(anyEdited, { freq: 4 }),
    });
    fc.assert(
      fc.property(anyLines, fc.array(anyQuestion, { minLength: 1, maxLength: 6 }), (lines, questions) => {
        const meter = createPipeMeter(pipesOf(lines));
        let resting: readonly ZonePolygons[] = [];
        for (const { zones, edited } of questions) {
          resting = zones ?? resting;
          const live = finishSteps(meter.measure(resting, edited));
          const whole = measure(lines, edited ? [...resting, edited] : resting);
          for (const place of whole.zones.keys())
            expect(Math.abs(live.zones[place]! - whole.zones[place]!)).toBeLessThan(1e-9);
          for (const rank of RISK_LEVELS.keys()) {
            expect(Math.abs(live.byLevel[rank]! - whole.byLevel[rank]!)).toBeLessThan(1e-9);
          }
          expect(Math.abs(live.union - whole.union)).toBeLessThan(1e-9);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('leaves the others as they were when a question is left in the middle', () => {
    const lines: MadeLine[] = [
      [
        [0, 1],
        [50, 1],
      ],
      [
        [0, 30],
        [50, 30],
      ],
    ];
    const meter = createPipeMeter(pipesOf(lines));
    const zones = [zone('a', 'red', [[box(0, 0, 10)]]), zone('b', 'blue', [[box(0, 20, 20)]])];
    expect(finishSteps(meter.measure(zones, null)).union).toBeCloseTo(30, 9);
    const left = meter.measure([zone('c', 'yellow', [[box(0, 0, 40)]])], null);
    left.next();
    expect(finishSteps(meter.measure(zones, null)).byLevel.map(Math.round)).toEqual([10, 0, 0, 20, 0]);
  });
});
