import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProjection, type Projection } from '../../../../../src/core/crs/projection.ts';
import type { MultiPolygon2, ProjectedXY } from '../../../../../src/core/geometry/coordinates.ts';
import { measurePlanArea } from '../../../../../src/core/geometry/plan-area.ts';
import { advanceSketch } from '../../../../../src/core/zones/editing/advance-sketch.ts';
import { clipShapes } from '../../../../../src/core/zones/editing/clip-shapes.ts';
import { settleShape } from '../../../../../src/core/zones/editing/settle-shape.ts';
import type { SketchEvent, SketchHandle, SketchTool } from '../../../../../src/core/zones/editing/sketch.ts';
import { sketchOfZone } from '../../../../../src/core/zones/editing/sketch-of-zone.ts';
import { splitShape } from '../../../../../src/core/zones/editing/split-shape.ts';
import { startSketch } from '../../../../../src/core/zones/editing/start-sketch.ts';
import { zoneShapeOfSketch } from '../../../../../src/core/zones/editing/zone-shape-of-sketch.ts';
import { zoneSchema } from '../../../../../src/core/zones/zone.ts';
import { makeZone } from '../make-zone.ts';
import { expectValid } from './expect-valid.ts';

function projectionOf(code: string): Projection {
  const projection = createProjection(code);
  if (!projection.ok) throw new Error(code);
  return projection.value;
}

/** Project CRS with a place in it: the demo's family, the Netherlands, New York. */
const PLACES = [
  [projectionOf('EPSG:4547'), 400_000, 2_560_000],
  [projectionOf('EPSG:28992'), 91_000, 436_000],
  [projectionOf('EPSG:32618'), 583_000, 4_507_000],
] as const;

const TOOLS: SketchTool[] = [
  'polygon',
  'rectangle',
  'circle',
  'corridor',
  'trace',
  'hole',
  'part',
  'split',
  'reshape',
  'transform',
];

/** Few places on a coarse grid make touching, coinciding and crossing edges frequent; others lie anywhere, some nowhere. */
const coordinate = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 6 }).map((step) => step * 10) },
  { weight: 3, arbitrary: fc.integer({ min: -5_000_000, max: 15_000_000 }).map((step) => step / 1e5) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, 1e12) },
);
const place: fc.Arbitrary<ProjectedXY> = fc.tuple(coordinate, coordinate);
const small = fc.integer({ min: 0, max: 5 });
const handle: fc.Arbitrary<SketchHandle> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('vertex' as const, 'middle' as const),
    polygon: fc.integer({ min: 0, max: 1 }),
    ring: fc.integer({ min: 0, max: 1 }),
    vertex: small,
  }),
  fc.record({
    kind: fc.constant('scale' as const),
    corner: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  }),
  fc.constant({ kind: 'rotate' as const }),
  fc.constant({ kind: 'body' as const }),
);
const event: fc.Arbitrary<SketchEvent> = fc.oneof(
  { weight: 6, arbitrary: place.map((at): SketchEvent => ({ kind: 'placed', at, snap: null })) },
  {
    weight: 1,
    arbitrary: place.map((at): SketchEvent => ({ kind: 'placed', at, snap: { point: at, kind: 'start' } })),
  },
  { weight: 3, arbitrary: place.map((at): SketchEvent => ({ kind: 'moved', at, snap: null })) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('grabbed' as const), handle, at: place }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('released' as const), at: place, constrained: fc.boolean() }) },
  { weight: 1, arbitrary: place.map((at): SketchEvent => ({ kind: 'typed', at })) },
  { weight: 2, arbitrary: fc.constant<SketchEvent>({ kind: 'finished' }) },
  { weight: 1, arbitrary: fc.constant<SketchEvent>({ kind: 'pointTaken' }) },
  { weight: 1, arbitrary: fc.constant<SketchEvent>({ kind: 'vertexDeleted' }) },
  {
    weight: 1,
    arbitrary: small.map(
      (vertex): SketchEvent => ({ kind: 'vertexDeleted', handle: { kind: 'vertex', polygon: 0, ring: 0, vertex } }),
    ),
  },
  { weight: 1, arbitrary: fc.boolean().map((orthogonal): SketchEvent => ({ kind: 'orthogonalSwitched', orthogonal })) },
  {
    weight: 1,
    arbitrary: fc
      .double({ min: -1, max: 40 })
      .map((widthMeters): SketchEvent => ({ kind: 'corridorWidened', widthMeters })),
  },
  { weight: 1, arbitrary: fc.constant<SketchEvent>({ kind: 'cancelled' }) },
);

const SQUARE: MultiPolygon2 = [
  [
    [
      [0, 0],
      [60, 0],
      [60, 60],
      [0, 60],
    ],
  ],
];

const shapeArbitrary = fc
  .array(fc.array(fc.array(place, { minLength: 3, maxLength: 7 }), { minLength: 1, maxLength: 2 }), {
    minLength: 1,
    maxLength: 2,
  })
  .map(
    (shape): MultiPolygon2 =>
      shape.map((polygon) => polygon.map((ring) => ring.filter(([x, y]) => Math.abs(x) < 1e6 && Math.abs(y) < 1e6))),
  )
  .map(settleShape)
  .filter((shape) => measurePlanArea(shape) > 1);

function moved(shape: MultiPolygon2, dx: number, dy: number): MultiPolygon2 {
  return shape.map((polygon) => polygon.map((ring) => ring.map(([x, y]): ProjectedXY => [x + dx, y + dy])));
}

describe('random editing', () => {
  it('never throws and commits only valid shapes', () => {
    let committed = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...TOOLS),
        fc.boolean(),
        fc.array(event, { minLength: 5, maxLength: 40, size: 'max' }),
        (tool, isNew, events) => {
          let sketch = startSketch(tool, isNew ? null : 'a', isNew ? [] : SQUARE);
          for (const each of events) {
            const step = advanceSketch(sketch, each);
            sketch = step.sketch;
            if (step.outcome !== 'committed') continue;
            committed += 1;
            for (const shape of step.pieces ?? [sketch.shape]) expectValid(shape);
            expect(measurePlanArea(sketch.shape)).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 1500 },
    );
    expect(committed).toBeGreaterThan(500);
  });

  it('gives back the area of a shape that is split and merged', () => {
    let split = 0;
    fc.assert(
      fc.property(shapeArbitrary, fc.array(place, { minLength: 2, maxLength: 4 }), (shape, points) => {
        const line = points.filter(([x, y]) => Math.abs(x) < 1e6 && Math.abs(y) < 1e6);
        const pieces = splitShape(shape, line);
        if (pieces.length > 1) split += 1;
        for (const piece of pieces) expectValid(piece);
        const merged = clipShapes('union', pieces.flat(), []);
        expectValid(merged);
        expect(Math.abs(measurePlanArea(merged) - measurePlanArea(shape))).toBeLessThan(0.1);
        const sum = pieces.reduce((area, piece) => area + measurePlanArea(piece), 0);
        expect(Math.abs(sum - measurePlanArea(shape))).toBeLessThan(0.1);
      }),
      { numRuns: 400 },
    );
    expect(split).toBeGreaterThan(50);
  });

  it('makes zones that the package schema takes, valid in degrees, and the same again after a round trip', () => {
    fc.assert(
      fc.property(shapeArbitrary, fc.constantFrom(...PLACES), (shape, [projection, east, north]) => {
        const geometry = zoneShapeOfSketch(moved(shape, east, north), projection);
        if (!geometry.ok) throw new Error(geometry.issue.code);
        const zone = { ...makeZone('z', []), geometry: geometry.value };
        expect(zoneSchema.safeParse(zone).success).toBe(true);
        expectValid(
          geometry.value.coordinates.map((polygon) =>
            polygon.map((ring) => ring.slice(0, -1).map(([lon, lat]): ProjectedXY => [lon, lat])),
          ),
        );
        for (const ring of geometry.value.coordinates.flat()) expect(ring.at(-1)).toEqual(ring[0]);
        const sketch = sketchOfZone(zone, projection);
        if (!sketch.ok) throw new Error(sketch.issue.code);
        expect(Math.abs(measurePlanArea(sketch.value) - measurePlanArea(shape))).toBeLessThan(0.2);
        const again = zoneShapeOfSketch(sketch.value, projection);
        expect(again).toEqual(geometry);
      }),
      { numRuns: 300 },
    );
  });
});
