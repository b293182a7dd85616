import { describe, expect, it } from 'vitest';
import { describeIssue, ISSUE_CODES } from '../../../../../src/core/city/issue-texts.ts';
import { createProjection, type Projection } from '../../../../../src/core/crs/projection.ts';
import type { MultiPolygon2, ProjectedXY } from '../../../../../src/core/geometry/coordinates.ts';
import { measurePlanArea } from '../../../../../src/core/geometry/plan-area.ts';
import { advanceSketch } from '../../../../../src/core/zones/editing/advance-sketch.ts';
import { bufferZone } from '../../../../../src/core/zones/editing/buffer-zone.ts';
import { combineZones } from '../../../../../src/core/zones/editing/combine-zones.ts';
import { settleShape } from '../../../../../src/core/zones/editing/settle-shape.ts';
import { shiftZone } from '../../../../../src/core/zones/editing/shift-zone.ts';
import { sketchOfZone } from '../../../../../src/core/zones/editing/sketch-of-zone.ts';
import { splitZone } from '../../../../../src/core/zones/editing/split-zone.ts';
import { startSketch } from '../../../../../src/core/zones/editing/start-sketch.ts';
import { zoneShapeOfSketch } from '../../../../../src/core/zones/editing/zone-shape-of-sketch.ts';
import type { Zone } from '../../../../../src/core/zones/zone.ts';
import { makeZone, ringAround } from '../make-zone.ts';
import { expectValid } from './expect-valid.ts';

const [EAST, NORTH] = [400_000, 2_560_000];

function projectionOf(code: string): Projection {
  const projection = createProjection(code);
  if (!projection.ok) throw new Error(code);
  return projection.value;
}

const PROJECTION = projectionOf('EPSG:4547');

type Answer = ReturnType<typeof zoneShapeOfSketch>;

function at(shape: MultiPolygon2): MultiPolygon2 {
  return shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]): ProjectedXY => [x + EAST, y + NORTH])));
}

function geometryOf(answer: Answer): Zone['geometry'] {
  if (!answer.ok) throw new Error(answer.issue.code);
  return answer.value;
}

const zoneOf = (id: string, shape: MultiPolygon2): Zone => ({
  ...makeZone(id, []),
  geometry: geometryOf(zoneShapeOfSketch(at(shape), PROJECTION)),
});

function areaOf(answer: Answer): number {
  const sketch = sketchOfZone({ ...makeZone('x', []), geometry: geometryOf(answer) }, PROJECTION);
  return sketch.ok ? measurePlanArea(sketch.value) : Number.NaN;
}

function codeOf(answer: { ok: true } | { ok: false; issue: { code: string } }): string | null {
  if (answer.ok) return null;
  expect(ISSUE_CODES).toContain(answer.issue.code);
  return answer.issue.code;
}

const square = (x: number, y: number, size: number): MultiPolygon2 => [
  [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
    ],
  ],
];

/** A star-like ring around the origin with many vertices. */
function manyVertices(count: number): MultiPolygon2 {
  const ring = Array.from({ length: count }, (_, corner): ProjectedXY => {
    const turn = (corner / count) * 2 * Math.PI;
    const radius = 5000 + 200 * Math.sin(turn * 997);
    return [radius * Math.cos(turn), radius * Math.sin(turn)];
  });
  return [[ring]];
}

describe('whole zones', () => {
  const [a, b] = [zoneOf('a', square(0, 0, 100)), zoneOf('b', square(50, 0, 100))];

  it('merges, subtracts and intersects', () => {
    expect(areaOf(combineZones('union', [a, b], PROJECTION))).toBeCloseTo(15_000, 1);
    expect(areaOf(combineZones('difference', [a, b], PROJECTION))).toBeCloseTo(5000, 1);
    expect(areaOf(combineZones('intersection', [a, b], PROJECTION))).toBeCloseTo(5000, 1);
    expect(codeOf(combineZones('difference', [a, a], PROJECTION))).toBe('sketch.nothingLeft');
    expect(codeOf(combineZones('intersection', [a, zoneOf('c', square(500, 0, 10))], PROJECTION))).toBe(
      'sketch.nothingLeft',
    );
  });

  it('splits and merges to the zone it was', () => {
    const pieces = splitZone(
      a,
      [
        [EAST + 30, NORTH - 10],
        [EAST + 60, NORTH + 110],
      ],
      PROJECTION,
    );
    if (!pieces.ok) throw new Error(pieces.issue.code);
    expect(pieces.value).toHaveLength(2);
    const zones = pieces.value.map((geometry) => ({ ...a, geometry }));
    expect(areaOf(combineZones('union', zones, PROJECTION))).toBeCloseTo(10_000, 1);
    expect(
      codeOf(
        splitZone(
          a,
          [
            [EAST, NORTH],
            [EAST + 10, NORTH + 10],
          ],
          PROJECTION,
        ),
      ),
    ).toBe('sketch.splitMisses');
  });

  it('widens, narrows and refuses to narrow away', () => {
    expect(areaOf(bufferZone(a, 10, PROJECTION, 'mitre'))).toBeCloseTo(14_400, 0);
    expect(areaOf(bufferZone(a, 10, PROJECTION))).toBeCloseTo(14_000 + Math.PI * 100, 0);
    expect(areaOf(bufferZone(a, -10, PROJECTION))).toBeCloseTo(6400, 0);
    expect(codeOf(bufferZone(a, -50.1, PROJECTION))).toBe('sketch.nothingLeft');
    expect(codeOf(bufferZone(a, Number.NaN, PROJECTION))).toBe('sketch.badDistance');
  });

  it('moves a copy aside', () => {
    const moved = geometryOf(shiftZone(a, [20, -30], PROJECTION));
    const [lon, lat] = moved.coordinates[0]![0]![0]!;
    const [x, y] = PROJECTION.fromLonLat(lon, lat);
    expect(x - EAST).toBeCloseTo(20, 3);
    expect(y - NORTH).toBeCloseTo(-30, 3);
  });
});

describe('outlines that are hard', () => {
  it('refuses what has no area, too few points or no numbers', () => {
    expect(codeOf(zoneShapeOfSketch([], PROJECTION))).toBe('sketch.tooFewPoints');
    expect(
      codeOf(
        zoneShapeOfSketch(
          at([
            [
              [
                [0, 0],
                [10, 0],
              ],
            ],
          ]),
          PROJECTION,
        ),
      ),
    ).toBe('sketch.tooFewPoints');
    expect(
      codeOf(
        zoneShapeOfSketch(
          at([
            [
              [
                [0, 0],
                [10, 0],
                [20, 0],
              ],
            ],
          ]),
          PROJECTION,
        ),
      ),
    ).toBe('sketch.noArea');
    expect(
      codeOf(
        zoneShapeOfSketch(
          at([
            [
              [
                [0, 0],
                [10, 0],
                [Number.NaN, 5],
              ],
            ],
          ]),
          PROJECTION,
        ),
      ),
    ).toBe('sketch.badPosition');
  });

  it('refuses what lies outside the CRS or crosses the 180° meridian', () => {
    const far = makeZone('far', [[ringAround(5, 52, 0.1)]]);
    expect(codeOf(sketchOfZone(far, PROJECTION))).toBe('sketch.outsideArea');
    expect(codeOf(zoneShapeOfSketch(square(9e6, 2e6, 100), PROJECTION))).toBe('sketch.outsideArea');
    const pacific = projectionOf('EPSG:32660');
    const around = makeZone('p', [
      [
        [
          [179.9, 10],
          [-179.9, 10],
          [-179.9, 10.2],
          [179.9, 10.2],
          [179.9, 10],
        ],
      ],
    ]);
    expect(codeOf(sketchOfZone(around, pacific))).toBe('sketch.antimeridian');
    const [x, y] = pacific.fromLonLat(180, 10);
    expect(['sketch.antimeridian', 'sketch.outsideArea']).toContain(
      codeOf(zoneShapeOfSketch(square(x - 50, y, 100), pacific)),
    );
  });

  it('rebuilds holes that touch the edge, each other or themselves', () => {
    const diamond: ProjectedXY[] = [
      [50, 0],
      [0, 50],
      [50, 100],
      [100, 50],
    ];
    const corners = settleShape([[square(0, 0, 100)[0]![0]!, diamond]]);
    expect(corners).toHaveLength(4);
    expectValid(corners);
    expect(measurePlanArea(corners)).toBeCloseTo(5000, 6);
    const tie: ProjectedXY[] = [
      [20, 20],
      [40, 40],
      [60, 20],
      [60, 60],
      [40, 40],
      [20, 60],
    ];
    const tied = settleShape([[square(0, 0, 100)[0]![0]!, tie]]);
    expectValid(tied);
    expect(tied[0]).toHaveLength(3);
    expect(measurePlanArea(tied)).toBeCloseTo(10_000 - 800, 6);
  });

  it('edits 100,000 vertices and refuses more, and buffers of more than 20,000', () => {
    const shape = at(manyVertices(100_000));
    const sketch = startSketch('reshape', 'a', shape);
    const handle = { kind: 'vertex', polygon: 0, ring: 0, vertex: 0 } as const;
    const { sketch: grabbed } = advanceSketch(sketch, { kind: 'grabbed', handle, at: shape[0]![0]![0]! });
    const begin = process.cpuUsage();
    const step = advanceSketch(grabbed, { kind: 'released', at: [EAST + 5600, NORTH] });
    expect(process.cpuUsage(begin).user / 1000).toBeLessThan(1500);
    expect(step.outcome).toBe('committed');
    expect(codeOf(zoneShapeOfSketch(at(manyVertices(100_001)), PROJECTION))).toBe('sketch.tooManyVertices');
    expect(codeOf(bufferZone(zoneOf('b', manyVertices(20_001)), 10, PROJECTION))).toBe('sketch.tooManyForBuffer');
  });

  it('tells every refusal in both languages', () => {
    const { zh, en } = describeIssue({
      code: 'sketch.tooManyVertices',
      severity: 'error',
      place: {},
      values: { count: 5, most: 3 },
    });
    expect(zh).toContain('5');
    expect(en).toContain('3');
  });
});
