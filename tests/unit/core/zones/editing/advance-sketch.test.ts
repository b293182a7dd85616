import { describe, expect, it } from 'vitest';
import type { MultiPolygon2, ProjectedXY } from '../../../../../src/core/geometry/coordinates.ts';
import { measurePlanArea } from '../../../../../src/core/geometry/plan-area.ts';
import { advanceSketch } from '../../../../../src/core/zones/editing/advance-sketch.ts';
import type { Sketch, SketchEvent, SketchStep } from '../../../../../src/core/zones/editing/sketch.ts';
import { startSketch } from '../../../../../src/core/zones/editing/start-sketch.ts';

const SQUARE: MultiPolygon2 = [
  [
    [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ],
  ],
];

const click = (x: number, y: number): SketchEvent => ({ kind: 'placed', at: [x, y], snap: null });
const move = (x: number, y: number): SketchEvent => ({ kind: 'moved', at: [x, y], snap: null });
const FINISH: SketchEvent = { kind: 'finished' };

function play(start: Sketch, events: readonly SketchEvent[]): SketchStep {
  return events.reduce<SketchStep>((step, event) => advanceSketch(step.sketch, event), {
    sketch: start,
    outcome: 'open',
  });
}

function drag(
  sketch: Sketch,
  handle: Extract<SketchEvent, { kind: 'grabbed' }>['handle'],
  from: ProjectedXY,
  to: ProjectedXY,
  constrained = false,
) {
  return play(sketch, [
    { kind: 'grabbed', handle, at: from },
    { kind: 'moved', at: to, snap: null, constrained },
    { kind: 'released', at: to, constrained },
  ]);
}

describe('drawing a polygon', () => {
  const start = startSketch('polygon', null, []);

  it('shows the pointer as the next vertex and keeps the clicked ones', () => {
    const { sketch } = play(start, [click(0, 0), click(100, 0), move(50, 80)]);
    expect(sketch.shape).toEqual([
      [
        [
          [0, 0],
          [100, 0],
          [50, 80],
        ],
      ],
    ]);
    const done = play(sketch, [click(100, 100), click(0, 100), move(900, 900), FINISH]);
    expect(done.outcome).toBe('committed');
    expect(done.sketch.shape).toEqual(SQUARE);
    expect(done.sketch.points).toEqual([]);
  });

  it('takes the two clicks of a double click as one vertex', () => {
    const { sketch } = play(start, [click(0, 0), click(100, 0), click(0, 100), click(0, 100), FINISH]);
    expect(sketch.shape[0]![0]).toHaveLength(3);
  });

  it('closes on a click at the first point', () => {
    const last: SketchEvent = { kind: 'placed', at: [0, 0], snap: { point: [0, 0], kind: 'start' } };
    const { outcome, sketch } = play(start, [click(0, 0), click(100, 0), click(100, 100), click(0, 100), last]);
    expect(outcome).toBe('committed');
    expect(sketch.shape).toEqual(SQUARE);
  });

  it('refuses two points and goes on', () => {
    const step = play(start, [click(0, 0), click(100, 0), FINISH]);
    expect(step).toMatchObject({ outcome: 'open', refused: 'sketch.tooFewPoints' });
    expect(step.sketch.points).toHaveLength(2);
  });

  it('refuses points on one line: no area', () => {
    expect(play(start, [click(0, 0), click(100, 0), click(50, 0), FINISH]).refused).toBe('sketch.noArea');
  });

  it('refuses a place that is none', () => {
    expect(advanceSketch(start, click(Number.NaN, 0)).refused).toBe('sketch.badPosition');
    expect(advanceSketch(start, click(1e9, 0)).refused).toBe('sketch.badPosition');
  });

  it('makes two triangles of a bow tie', () => {
    const { sketch } = play(start, [click(0, 0), click(100, 100), click(100, 0), click(0, 100), FINISH]);
    expect(sketch.shape).toHaveLength(2);
    expect(measurePlanArea(sketch.shape)).toBeCloseTo(5000, 6);
  });

  it('takes clicks back, and Esc gives up the stroke before the sketch', () => {
    const { sketch } = play(start, [click(0, 0), click(100, 0), click(5, 5), { kind: 'pointTaken' }]);
    expect(sketch.points).toEqual([
      [0, 0],
      [100, 0],
    ]);
    const given = advanceSketch(sketch, { kind: 'cancelled' });
    expect(given.outcome).toBe('open');
    expect(given.sketch.points).toEqual([]);
    expect(advanceSketch(given.sketch, { kind: 'cancelled' }).outcome).toBe('closed');
  });

  it('keeps right angles to the last edge', () => {
    const right = startSketch('polygon', null, [], { orthogonal: true });
    const { sketch } = play(right, [click(0, 0), click(30, 40), click(-5, 70)]);
    const [a, b, c] = sketch.points as [ProjectedXY, ProjectedXY, ProjectedXY];
    expect((b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])).toBeCloseTo(0, 9);
    expect(Math.hypot(c[0] - b[0], c[1] - b[1])).toBeCloseTo(46, 9);
  });

  it('takes a whole traced click back', () => {
    const trace = startSketch('trace', null, []);
    const traced: SketchEvent = {
      kind: 'placed',
      at: [100, 100],
      snap: null,
      via: [
        [100, 0],
        [100, 50],
      ],
    };
    const { sketch } = play(trace, [click(0, 0), traced]);
    expect(sketch.points).toEqual([
      [0, 0],
      [100, 0],
      [100, 50],
      [100, 100],
    ]);
    expect(advanceSketch(sketch, { kind: 'pointTaken' }).sketch.points).toEqual([[0, 0]]);
  });
});

describe('drawing other figures', () => {
  it('ends a rectangle with its second click, on a base edge with its third', () => {
    const corners = play(startSketch('rectangle', null, []), [click(100, 100), click(0, 0)]);
    expect(corners.outcome).toBe('committed');
    expect(corners.sketch.shape).toEqual(SQUARE);
    const onBase = play(startSketch('rectangle', null, [], { orthogonal: true }), [
      click(0, 0),
      click(30, 40),
      click(-400, 300),
    ]);
    expect(onBase.outcome).toBe('committed');
    expect(measurePlanArea(onBase.sketch.shape)).toBeCloseTo(50 * 500, 6);
  });

  it('draws a circle with every corner at its radius', () => {
    const { sketch, outcome } = play(startSketch('circle', null, []), [click(10, 20), move(60, 20), click(60, 20)]);
    expect(outcome).toBe('committed');
    for (const [x, y] of sketch.shape[0]![0]!) expect(Math.hypot(x - 10, y - 20)).toBeCloseTo(50, 9);
    expect(measurePlanArea(sketch.shape) / (Math.PI * 2500)).toBeCloseTo(0.9984, 4);
  });

  it('draws a corridor with flat or round ends', () => {
    const line = [click(0, 0), click(100, 0), FINISH];
    const flat = play(startSketch('corridor', null, [], { corridorWidthMeters: 10, corridorEnds: 'flat' }), line);
    expect(measurePlanArea(flat.sketch.shape)).toBeCloseTo(1000, 3);
    const round = play(startSketch('corridor', null, [], { corridorWidthMeters: 10 }), line);
    expect(measurePlanArea(round.sketch.shape) - 1000).toBeCloseTo(Math.PI * 25, 0);
    const wider = advanceSketch(
      play(startSketch('corridor', null, [], { corridorEnds: 'flat' }), line.slice(0, 2)).sketch,
      {
        kind: 'corridorWidened',
        widthMeters: 40,
      },
    );
    expect(measurePlanArea(wider.sketch.shape)).toBeCloseTo(4000, 3);
    expect(advanceSketch(wider.sketch, { kind: 'corridorWidened', widthMeters: 0 }).refused).toBe('sketch.badWidth');
  });

  it('cuts a hole, shown while it is drawn, and refuses one that misses', () => {
    const start = startSketch('hole', 'a', SQUARE);
    const going = play(start, [click(40, 40), click(60, 40), move(60, 60)]);
    expect(measurePlanArea(going.sketch.shape)).toBeCloseTo(10_000 - 200, 6);
    const done = play(going.sketch, [click(60, 60), click(40, 60), FINISH]);
    expect(done.sketch.shape[0]).toHaveLength(2);
    expect(measurePlanArea(done.sketch.shape)).toBeCloseTo(9600, 6);
    const missed = play(start, [click(200, 0), click(300, 0), click(300, 90), FINISH]);
    expect(missed.refused).toBe('sketch.holeMisses');
    expect(missed.sketch.shape).toEqual(SQUARE);
  });

  it('adds a part, united where it overlaps', () => {
    const start = startSketch('part', 'a', SQUARE);
    const apart = play(start, [click(200, 0), click(300, 0), click(300, 100), click(200, 100), FINISH]);
    expect(apart.sketch.shape).toHaveLength(2);
    const over = play(start, [click(50, 0), click(150, 0), click(150, 100), click(50, 100), FINISH]);
    expect(over.sketch.shape).toHaveLength(1);
    expect(measurePlanArea(over.sketch.shape)).toBeCloseTo(15_000, 6);
  });

  it('splits along a line and hands over the pieces, largest first', () => {
    const start = startSketch('split', 'a', SQUARE);
    const step = play(start, [click(30, -10), click(30, 110), FINISH]);
    expect(step.pieces!.map(measurePlanArea)).toEqual([7000, 3000]);
    expect(step.sketch.shape).toEqual(step.pieces!.flat());
    expect(play(start, [click(30, 10), click(30, 110), FINISH]).refused).toBe('sketch.splitMisses');
  });
});

describe('reshaping', () => {
  const start = startSketch('reshape', 'a', SQUARE);

  it('drags a vertex as one step', () => {
    const step = drag(start, { kind: 'vertex', polygon: 0, ring: 0, vertex: 2 }, [100, 100], [150, 150]);
    expect(step.outcome).toBe('committed');
    expect(step.sketch.shape[0]![0]![2]).toEqual([150, 150]);
    expect(step.sketch.chosen).toEqual({ kind: 'vertex', polygon: 0, ring: 0, vertex: 2 });
  });

  it('does not count a click on a vertex as a step', () => {
    const step = drag(start, { kind: 'vertex', polygon: 0, ring: 0, vertex: 2 }, [100, 100], [100, 100]);
    expect(step.outcome).toBe('open');
    expect(step.sketch.chosen).toEqual({ kind: 'vertex', polygon: 0, ring: 0, vertex: 2 });
  });

  it('inserts a vertex where the middle of an edge is dragged', () => {
    const { sketch } = drag(start, { kind: 'middle', polygon: 0, ring: 0, vertex: 1 }, [100, 50], [130, 50]);
    expect(sketch.shape[0]![0]).toEqual([
      [0, 0],
      [100, 0],
      [130, 50],
      [100, 100],
      [0, 100],
    ]);
    expect(sketch.chosen?.vertex).toBe(2);
  });

  it('keeps a rectangle a rectangle with right angles on', () => {
    const right = { ...start, orthogonal: true };
    const corner = drag(right, { kind: 'vertex', polygon: 0, ring: 0, vertex: 2 }, [100, 100], [150, 130]);
    expect(corner.sketch.shape[0]![0]).toEqual([
      [0, 0],
      [150, 0],
      [150, 130],
      [0, 130],
    ]);
    const edge = drag(right, { kind: 'middle', polygon: 0, ring: 0, vertex: 1 }, [100, 50], [120, 77]);
    expect(edge.sketch.shape[0]![0]).toEqual([
      [0, 0],
      [120, 0],
      [120, 100],
      [0, 100],
    ]);
  });

  it('deletes vertices down to three', () => {
    const chosen = { kind: 'vertex', polygon: 0, ring: 0, vertex: 1 } as const;
    const once = advanceSketch(start, { kind: 'vertexDeleted', handle: chosen });
    expect(once.outcome).toBe('committed');
    expect(once.sketch.shape[0]![0]).toHaveLength(3);
    expect(advanceSketch(once.sketch, { kind: 'vertexDeleted', handle: chosen }).refused).toBe('sketch.ringNeedsThree');
  });

  it('refuses to flatten a triangle', () => {
    const triangle: MultiPolygon2 = [
      [
        [
          [0, 0],
          [100, 0],
          [50, 80],
        ],
      ],
    ];
    const flat = drag(
      startSketch('reshape', 'a', triangle),
      { kind: 'vertex', polygon: 0, ring: 0, vertex: 2 },
      [50, 80],
      [50, 0],
    );
    expect(flat).toMatchObject({ refused: 'sketch.noArea', outcome: 'open' });
    expect(flat.sketch.shape).toEqual(triangle);
  });
});

describe('transforming', () => {
  const start = startSketch('transform', 'a', SQUARE);
  const area = (step: SketchStep) => measurePlanArea(step.sketch.shape);

  it('moves, along one axis with Shift', () => {
    expect(drag(start, { kind: 'body' }, [50, 50], [60, 53]).sketch.shape[0]![0]![0]).toEqual([10, 3]);
    expect(drag(start, { kind: 'body' }, [50, 50], [60, 53], true).sketch.shape[0]![0]![0]).toEqual([10, 0]);
  });

  it('turns about the centre, in steps of 15° with Shift', () => {
    const quarter = drag(start, { kind: 'rotate' }, [50, 120], [-20, 50]);
    expect(area(quarter)).toBeCloseTo(10_000, 6);
    expect(quarter.sketch.shape[0]![0]![0]![0]).toBeCloseTo(100, 9);
    const stepped = drag(start, { kind: 'rotate' }, [120, 50], [120, 60], true);
    expect(stepped.outcome).toBe('committed');
    const [a, b] = stepped.sketch.shape[0]![0] as [ProjectedXY, ProjectedXY];
    expect((Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI).toBeCloseTo(15, 9);
  });

  it('scales about the opposite corner, evenly with Shift, mirrored past it', () => {
    const free = drag(start, { kind: 'scale', corner: 2 }, [100, 100], [200, 150]);
    expect(area(free)).toBeCloseTo(30_000, 6);
    expect(area(drag(start, { kind: 'scale', corner: 2 }, [100, 100], [200, 150], true))).toBeCloseTo(40_000, 6);
    const mirrored = drag(start, { kind: 'scale', corner: 0 }, [0, 0], [200, 0]);
    expect(area(mirrored)).toBeCloseTo(10_000, 6);
    expect(mirrored.sketch.shape[0]![0]!.every(([x]) => x >= 100)).toBe(true);
  });
});
