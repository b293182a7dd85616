import type { Outcome } from '../../city/issue.ts';
import type { Projection } from '../../crs/projection.ts';
import type { ProjectedXY } from '../../geometry/coordinates.ts';
import type { Zone } from '../zone.ts';
import { refuseSketch } from './refuse-sketch.ts';
import { settleShape } from './settle-shape.ts';
import { sketchOfZone } from './sketch-of-zone.ts';
import { splitShape } from './split-shape.ts';
import { zoneShapeOfSketch } from './zone-shape-of-sketch.ts';

/**
 * Geometries of the pieces of a zone cut along a line, largest first, see `splitShape`.
 * @param line Metres of the project CRS.
 * Errors: `sketch.splitMisses` when the line does not divide the zone, and those of `sketchOfZone` and `zoneShapeOfSketch`.
 */
export function splitZone(
  zone: Zone,
  line: readonly ProjectedXY[],
  projection: Projection,
): Outcome<Zone['geometry'][]> {
  const shape = sketchOfZone(zone, projection);
  if (!shape.ok) return shape;
  const pieces = splitShape(settleShape(shape.value), line);
  if (pieces.length < 2) return refuseSketch('sketch.splitMisses', {}, zone.properties.id);
  const geometries: Zone['geometry'][] = [];
  for (const piece of pieces) {
    const geometry = zoneShapeOfSketch(piece, projection);
    if (!geometry.ok) return geometry;
    geometries.push(geometry.value);
  }
  return { ok: true, value: geometries };
}
