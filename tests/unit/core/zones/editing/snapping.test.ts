import { describe, expect, it } from 'vitest';
import type { ProjectedXY } from '../../../../../src/core/geometry/coordinates.ts';
import { advanceSketch } from '../../../../../src/core/zones/editing/advance-sketch.ts';
import { findSnap } from '../../../../../src/core/zones/editing/find-snap.ts';
import { createSnapIndex } from '../../../../../src/core/zones/editing/snap-index.ts';
import { startSketch } from '../../../../../src/core/zones/editing/start-sketch.ts';
import { traceEdges } from '../../../../../src/core/zones/editing/trace-edges.ts';

const line = (...points: ProjectedXY[]) => Float64Array.from(points.flat());
const square = (x: number, y: number, size: number) =>
  line([x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]);

const ZONES = createSnapIndex([{ kind: 'zone', lines: [square(0, 0, 100), square(100, 0, 100)] }]);
const BUILDINGS = createSnapIndex([{ kind: 'building', lines: [square(300, 0, 10)] }]);
const SQUARE_SHAPE = [
  [
    [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ],
  ],
] as const;

describe('snapping', () => {
  it('prefers a vertex to the middle of an edge, and that to the edge', () => {
    expect(findSnap([ZONES], [98, 3], 5)).toEqual({ point: [100, 0], kind: 'vertex' });
    expect(findSnap([ZONES], [48, 3], 5)).toEqual({ point: [50, 0], kind: 'middle' });
    expect(findSnap([ZONES], [30, 3], 5)).toEqual({ point: [30, 0], kind: 'edge' });
    expect(findSnap([ZONES], [30, 6], 5)).toBeNull();
  });

  it('says when it is a building', () => {
    expect(findSnap([ZONES, BUILDINGS], [299, 1], 2)).toEqual({ point: [300, 0], kind: 'building' });
  });

  it('closes the ring on its first point', () => {
    const start = startSketch('polygon', null, []);
    const points: ProjectedXY[] = [
      [500, 500],
      [600, 500],
      [600, 600],
    ];
    const drawn = points.reduce(
      (sketch, at) => advanceSketch(sketch, { kind: 'placed', at, snap: null }).sketch,
      start,
    );
    expect(findSnap([ZONES], [501, 501], 3, drawn)).toEqual({ point: [500, 500], kind: 'start' });
    expect(findSnap([ZONES], [501, 501], 3, { ...drawn, points: points.slice(0, 2) })).toBeNull();
  });

  it('leaves out the vertex that moves and its edges, but not the rest of the sketch', () => {
    const sketch = startSketch('reshape', 'a', SQUARE_SHAPE);
    const handle = { kind: 'vertex', polygon: 0, ring: 0, vertex: 2 } as const;
    const { sketch: grabbed } = advanceSketch(sketch, { kind: 'grabbed', handle, at: [100, 100] });
    expect(findSnap([], [101, 99], 5, sketch)?.kind).toBe('vertex');
    expect(findSnap([], [101, 99], 5, grabbed)).toBeNull();
    expect(findSnap([], [100, 60], 5, grabbed)).toBeNull();
    expect(findSnap([], [2, 2], 5, grabbed)).toEqual({ point: [0, 0], kind: 'vertex' });
  });

  it('answers within 2 ms among 100,000 edges', () => {
    const squares = Array.from({ length: 25_000 }, (_, index) =>
      square((index % 250) * 20, Math.floor(index / 250) * 20, 15),
    );
    const index = createSnapIndex([{ kind: 'building', lines: squares }]);
    const begin = process.cpuUsage();
    let hits = 0;
    for (let turn = 0; turn < 500; turn += 1) if (findSnap([index], [turn * 10, turn * 4], 8)) hits += 1;
    expect(process.cpuUsage(begin).user / 1000 / 500).toBeLessThan(2);
    expect(hits).toBe(500);
  });
});

describe('tracing', () => {
  it('goes the shorter way around an outline', () => {
    expect(traceEdges(ZONES, [0, 50], [40, 100])).toEqual([[0, 100]]);
    expect(traceEdges(ZONES, [0, 40], [30, 0])).toEqual([[0, 0]]);
    expect(traceEdges(ZONES, [20, 0], [70, 0])).toEqual([]);
  });

  it('goes on along edges that outlines share', () => {
    expect(traceEdges(ZONES, [50, 0], [200, 50])).toEqual([
      [100, 0],
      [200, 0],
    ]);
  });

  it('finds the way through streets', () => {
    const streets = createSnapIndex([
      {
        kind: 'street',
        lines: [line([0, 0], [100, 0], [100, 100]), line([100, 0], [200, 0]), line([200, 0], [200, 80])],
      },
    ]);
    expect(traceEdges(streets, [10, 0], [200, 70])).toEqual([
      [100, 0],
      [200, 0],
    ]);
  });

  it('says when nothing joins the places', () => {
    expect(traceEdges(createSnapIndex([]), [0, 0], [1, 1])).toBeNull();
    expect(traceEdges(ZONES, [50, 0], [50, 50])).toBeNull();
    const apart = createSnapIndex([{ kind: 'zone', lines: [square(0, 0, 10), square(50, 0, 10)] }]);
    expect(traceEdges(apart, [5, 0], [55, 0])).toBeNull();
  });
});
