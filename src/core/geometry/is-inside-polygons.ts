import type { MultiPolygon2 } from './coordinates.ts';

/**
 * Tells whether a planar point lies inside polygons with holes (even-odd rule per polygon).
 * @param point Same frame as the polygons; a point exactly on an edge may count either way.
 * @param polygons Closed rings, exterior first; direction does not matter.
 */
export function isInsidePolygons([x, y]: readonly [number, number], polygons: MultiPolygon2): boolean {
  return polygons.some((polygon) => {
    let inside = false;
    for (const ring of polygon) {
      for (let index = 0; index + 1 < ring.length; index += 1) {
        const [x0, y0] = ring[index]!;
        const [x1, y1] = ring[index + 1]!;
        if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
      }
    }
    return inside;
  });
}
