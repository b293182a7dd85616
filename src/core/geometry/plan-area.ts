import type { MultiPolygon2, Polygon2 } from './coordinates.ts';
import { prepareRegion } from './region.ts';
import { measureSignedArea } from './signed-area.ts';
import { sweepOverlap } from './sweep-overlap.ts';

function polygonArea(polygon: Polygon2): number {
  return polygon.reduce((area, ring, index) => area + (index === 0 ? 1 : -1) * Math.abs(measureSignedArea(ring)), 0);
}

/**
 * Plan area of a footprint or zone: exteriors less holes, what several polygons share counted once.
 * @param shape Any planar frame; may be empty (area 0).
 * @returns Area in the square of the unit of the coordinates.
 */
export function measurePlanArea(shape: MultiPolygon2): number {
  const only = shape[0];
  if (!only) return 0;
  if (shape.length === 1) return polygonArea(only);
  let area = 0;
  const regions = shape.flatMap((polygon) => {
    const region = prepareRegion(polygon);
    return region ? [{ group: 0, meeting: [...region.edges], left: [] }] : [];
  });
  sweepOverlap(regions, only[0]?.[0] ?? [0, 0], (part) => {
    area += part;
  });
  return area;
}
