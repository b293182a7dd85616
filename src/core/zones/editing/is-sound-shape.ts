import type { MultiPolygon2, Polygon2 } from '../../geometry/coordinates.ts';
import { isPointInPolygon } from '../../geometry/point-in-polygon.ts';
import { measureSignedArea } from '../../geometry/signed-area.ts';
import { findWorstContact } from './edge-contacts.ts';

type Ring = Polygon2[number];

function isInside(ring: Ring, outer: Ring): boolean {
  const [a, b] = [ring[0]!, ring[1]!];
  return isPointInPolygon([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], [[outer]]);
}

/** Rings that do not meet: a hole lies in its exterior and in no other hole of it, polygons lie in none another. */
function isNested(shape: MultiPolygon2): boolean {
  return shape.every(([exterior, ...holes], index) => {
    const holesLieRight = holes.every(
      (hole, place) =>
        isInside(hole, exterior!) && !holes.some((other, otherPlace) => otherPlace !== place && isInside(hole, other)),
    );
    const overlaps = shape.some(
      ([other, ...gaps], otherIndex) =>
        otherIndex !== index && isInside(exterior!, other!) && !gaps.some((gap) => isInside(exterior!, gap)),
    );
    return holesLieRight && !overlaps;
  });
}

/**
 * Tells whether a shape can stand as it is: rings that meet nowhere, exteriors counter-clockwise, holes clockwise and
 * inside their exterior, no polygon on another. Valid shapes whose rings touch in a point are told apart by
 * `settleShape`, which leaves them their vertices.
 * @param shape Open rings in any planar frame.
 */
export function isSoundShape(shape: MultiPolygon2): boolean {
  const turnsRight = shape.every((polygon) =>
    polygon.every((ring, index) => (index === 0 ? measureSignedArea(ring) > 0 : measureSignedArea(ring) < 0)),
  );
  return turnsRight && findWorstContact(shape.flat()) === 'apart' && isNested(shape);
}
