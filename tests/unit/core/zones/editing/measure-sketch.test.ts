import { describe, expect, it } from 'vitest';
import { advanceSketch } from '../../../../../src/core/zones/editing/advance-sketch.ts';
import { measureSketch } from '../../../../../src/core/zones/editing/measure-sketch.ts';
import type { Sketch, SketchEvent } from '../../../../../src/core/zones/editing/sketch.ts';
import { startSketch } from '../../../../../src/core/zones/editing/start-sketch.ts';

const SQUARE = [
  [
    [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ] as const,
  ],
];

function advance(sketch: Sketch, ...events: SketchEvent[]): Sketch {
  return events.reduce((now, event) => advanceSketch(now, event).sketch, sketch);
}

const placed = (x: number, y: number): SketchEvent => ({ kind: 'placed', at: [x, y], snap: null });
const moved = (x: number, y: number): SketchEvent => ({ kind: 'moved', at: [x, y], snap: null });

describe('what is told beside the pointer', () => {
  it('tells nothing before the first point', () => {
    const measures = measureSketch(advance(startSketch('polygon', null, []), moved(5, 5)));
    expect(Object.values(measures).every((value) => value === null)).toBe(true);
  });

  it('tells the last edge with its bearing from grid north, and the area of the ring so far', () => {
    const line = advance(startSketch('polygon', null, []), placed(0, 0), moved(30, 40));
    expect(measureSketch(line)).toMatchObject({ stepMeters: 50, areaSquareMeters: null });
    expect(measureSketch(line).bearingDegrees).toBeCloseTo(36.8699, 4);
    const ring = advance(line, placed(100, 0), moved(100, -60));
    expect(measureSketch(ring)).toMatchObject({ stepMeters: 60, bearingDegrees: 180, areaSquareMeters: 3000 });
  });

  it('tells radius, sides and the whole line', () => {
    const circle = advance(startSketch('circle', null, []), placed(0, 0), moved(0, 10));
    expect(measureSketch(circle).radiusMeters).toBe(10);
    const rectangle = advance(startSketch('rectangle', null, []), placed(0, 0), moved(20, 30));
    const sides = [...(measureSketch(rectangle).sidesMeters ?? [])].sort((a, b) => a - b);
    expect(sides).toEqual([20, 30]);
    const line = advance(startSketch('corridor', null, []), placed(0, 0), placed(10, 0), moved(10, 5));
    expect(measureSketch(line)).toMatchObject({ stepMeters: 5, lineMeters: 15 });
  });

  it('tells how far and how much something was moved, scaled, turned', () => {
    const start = startSketch('transform', 'z', SQUARE);
    const body = advance(start, { kind: 'grabbed', handle: { kind: 'body' }, at: [50, 50] }, moved(50, 20));
    expect(measureSketch(body)).toMatchObject({ stepMeters: 30, bearingDegrees: 180, areaSquareMeters: 10_000 });
    const scaled = advance(
      start,
      { kind: 'grabbed', handle: { kind: 'scale', corner: 2 }, at: [100, 100] },
      moved(150, 120),
    );
    expect(measureSketch(scaled)).toMatchObject({ sidesMeters: [150, 120], areaSquareMeters: 18_000 });
    const turned = advance(start, { kind: 'grabbed', handle: { kind: 'rotate' }, at: [50, 100] }, moved(100, 50));
    expect(measureSketch(turned).turnDegrees).toBeCloseTo(90, 9);
    const back = advance(start, { kind: 'grabbed', handle: { kind: 'rotate' }, at: [0, 49] }, moved(0, 51));
    expect(measureSketch(back).turnDegrees).toBeCloseTo((Math.atan2(1, 50) * 2 * 180) / Math.PI, 9);
  });
});
