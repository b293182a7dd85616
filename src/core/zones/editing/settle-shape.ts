import type { MultiPolygon2, Polygon2 } from '../../geometry/coordinates.ts';
import { measureSignedArea } from '../../geometry/signed-area.ts';
import { clipShapes, STEPS_PER_METER } from './clip-shapes.ts';
import { isSoundShape } from './is-sound-shape.ts';

function turnRings(shape: MultiPolygon2): MultiPolygon2 {
  const turns = (ring: Polygon2[number], index: number) => measureSignedArea(ring) > 0 !== (index === 0);
  if (!shape.some((polygon) => polygon.some(turns))) return shape;
  return shape.map((polygon) => polygon.map((ring, index) => (turns(ring, index) ? [...ring].reverse() : ring)));
}

/** Edges shorter than a grid step have no direction that could be relied on. */
function hasTinyEdge(shape: MultiPolygon2): boolean {
  return shape.flat().some((ring) =>
    ring.some((point, place) => {
      const next = ring[(place + 1) % ring.length]!;
      return Math.hypot(next[0] - point[0], next[1] - point[1]) < 1 / STEPS_PER_METER;
    }),
  );
}

/**
 * Makes a shape valid: a sound one is returned unchanged; otherwise rings are turned, crossing edges resolved
 * (a bow tie becomes two triangles), overlapping polygons united, holes cut, rings without area dropped.
 * @param shape Open rings, metres of the project CRS.
 * @returns Valid polygons with open rings; empty when nothing with an area is left.
 */
export function settleShape(shape: MultiPolygon2): MultiPolygon2 {
  const turned = turnRings(shape);
  return !hasTinyEdge(turned) && isSoundShape(turned) ? turned : clipShapes('union', turned, []);
}
