import type { Outcome } from '../../city/issue.ts';
import type { Projection } from '../../crs/projection.ts';
import type { Zone } from '../zone.ts';
import { sketchOfZone } from './sketch-of-zone.ts';
import { moveShape } from './transform-shape.ts';
import { zoneShapeOfSketch } from './zone-shape-of-sketch.ts';

/**
 * Geometry of a zone moved by an offset, for a duplicate beside it.
 * @param offset East, north in metres of the project CRS.
 * Errors: those of `sketchOfZone` and `zoneShapeOfSketch`.
 */
export function shiftZone(
  zone: Zone,
  offset: readonly [east: number, north: number],
  projection: Projection,
): Outcome<Zone['geometry']> {
  const shape = sketchOfZone(zone, projection);
  return shape.ok ? zoneShapeOfSketch(moveShape(shape.value, [0, 0], offset, false), projection) : shape;
}
