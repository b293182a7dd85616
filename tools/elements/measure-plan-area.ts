import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';
import { measureSignedArea } from '../../src/core/geometry/repair-ring.ts';

/** Plan area of polygons in the square of their unit: exteriors less holes; rings closed or open, any direction. */
export function measurePlanArea(polygons: MultiPolygon2): number {
  let area = 0;
  for (const polygon of polygons) {
    for (const [index, ring] of polygon.entries()) area += (index === 0 ? 1 : -1) * Math.abs(measureSignedArea(ring));
  }
  return area;
}
