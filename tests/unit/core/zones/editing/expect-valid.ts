import { expect } from 'vitest';
import type { MultiPolygon2 } from '../../../../../src/core/geometry/coordinates.ts';
import { hasCrossings } from '../../../../../src/core/geometry/ring-crossings.ts';
import { measureSignedArea } from '../../../../../src/core/geometry/signed-area.ts';

/**
 * Holds a shape of open rings against the rules of simple features by other code than the one that made it: no edges
 * cross, no ring passes a vertex twice, exteriors run counter-clockwise, holes clockwise.
 */
export function expectValid(shape: MultiPolygon2): void {
  for (const polygon of shape) {
    for (const [index, ring] of polygon.entries()) {
      expect(new Set(ring.map(([x, y]) => `${x},${y}`)).size).toBe(ring.length);
      expect(ring.length).toBeGreaterThanOrEqual(3);
      expect(Math.sign(measureSignedArea(ring))).toBe(index === 0 ? 1 : -1);
    }
  }
  // False eastings of millions leave too few digits to tell a touch from a crossing.
  const origin = shape[0]?.[0]?.[0] ?? [0, 0];
  const closed = shape.flat().map((ring) => {
    const points = ring.map(([x, y]): [number, number] => [x - origin[0], y - origin[1]]);
    return [...points, points[0]!];
  });
  expect(hasCrossings(closed)).toBe(false);
}
