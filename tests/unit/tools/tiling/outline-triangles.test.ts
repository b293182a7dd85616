import { describe, expect, it } from 'vitest';
import type { MultiPolygon2 } from '../../../../src/core/geometry/coordinates.ts';
import { outlineTriangles } from '../../../../tools/tiling/outline-triangles.ts';

const [X, Y] = [92_000, 437_000];

/** Two triangles over a rectangle, facing up. */
function rectangle(x0: number, y0: number, x1: number, y1: number, z: number): number[] {
  const p = (x: number, y: number) => [X + x, Y + y, z];
  return [...p(x0, y0), ...p(x1, y0), ...p(x1, y1), ...p(x0, y0), ...p(x1, y1), ...p(x0, y1)];
}

function flipped(corners: readonly number[]): number[] {
  const turned: number[] = [];
  for (let at = 0; at < corners.length; at += 9) {
    turned.push(...corners.slice(at, at + 3), ...corners.slice(at + 6, at + 9), ...corners.slice(at + 3, at + 6));
  }
  return turned;
}

function ringArea(ring: readonly (readonly [number, number])[]): number {
  let twice = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    twice += (ring[at]![0] - X) * (ring[at + 1]![1] - Y) - (ring[at + 1]![0] - X) * (ring[at]![1] - Y);
  }
  return twice / 2;
}

const area = (outline: MultiPolygon2) => outline.flat().reduce((sum, ring) => sum + ringArea(ring), 0);

/** A frame 30 × 30 m around a court of 10 × 10 m, of four wings that share edges. */
const frame = [
  ...rectangle(0, 0, 10, 10, 5),
  ...rectangle(10, 0, 20, 10, 5),
  ...rectangle(20, 0, 30, 10, 5),
  ...rectangle(0, 10, 10, 20, 5),
  ...rectangle(20, 10, 30, 20, 5),
  ...rectangle(0, 20, 10, 30, 5),
  ...rectangle(10, 20, 20, 30, 5),
  ...rectangle(20, 20, 30, 30, 5),
];

describe('outlineTriangles', () => {
  it('keeps the court of a building, whichever way its triangles face', () => {
    for (const corners of [frame, flipped(frame), [...frame, ...flipped(frame)]]) {
      const outline = outlineTriangles(corners);
      expect(outline).toHaveLength(1);
      expect(outline[0]).toHaveLength(2);
      expect(area(outline)).toBeCloseTo(800, 3);
      expect(ringArea(outline[0]![0]!)).toBeGreaterThan(0);
      expect(outline[0]![0]![0]).toEqual(outline[0]![0]!.at(-1));
    }
  });

  it('counts roofs that lie above each other once, and parts apart each', () => {
    const tower = [...rectangle(0, 0, 20, 20, 5), ...rectangle(5, 5, 25, 15, 40)];
    expect(area(outlineTriangles(tower))).toBeCloseTo(400 + 50, 3);
    const apart = outlineTriangles([...rectangle(0, 0, 10, 10, 5), ...rectangle(50, 0, 60, 10, 5)]);
    expect(apart).toHaveLength(2);
    expect(area(apart)).toBeCloseTo(200, 3);
  });

  it('joins edges that meet without sharing corners, drops slivers and covers nothing for a wall', () => {
    const tJunction = [...rectangle(0, 0, 10, 10, 5), ...rectangle(10, 2, 20, 8, 6)];
    const joined = outlineTriangles([...tJunction, ...rectangle(100, 0, 100.2, 0.2, 5)]);
    expect(joined).toHaveLength(1);
    expect(area(joined)).toBeCloseTo(160, 3);
    expect(outlineTriangles([X, Y, 0, X + 10, Y, 0, X + 10, Y, 8])).toEqual([]);
    expect(outlineTriangles([])).toEqual([]);
  });
});
