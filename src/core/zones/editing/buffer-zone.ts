import type { Outcome } from '../../city/issue.ts';
import type { Projection } from '../../crs/projection.ts';
import type { Zone } from '../zone.ts';
import { bufferShape } from './buffer-shape.ts';
import type { OffsetCorners } from './offset-ring.ts';
import { refuseSketch } from './refuse-sketch.ts';
import { sketchOfZone } from './sketch-of-zone.ts';
import { zoneShapeOfSketch } from './zone-shape-of-sketch.ts';

/** Distances beyond this leave what a project CRS measures truly. */
const FARTHEST_METERS = 100_000;

/** Rounded outlines cross themselves at every inward corner: beyond this a buffer takes more than some seconds. */
const MOST_VERTICES = 20_000;

/**
 * Geometry of a zone widened (positive) or narrowed (negative) by a distance in metres of the project CRS.
 * Errors: `sketch.badDistance` (no number, or beyond 100 km), `sketch.tooManyForBuffer` (more than
 * 20,000 vertices), `sketch.nothingLeft` when narrowing leaves nothing, and
 * those of `sketchOfZone` and `zoneShapeOfSketch`.
 */
export function bufferZone(
  zone: Zone,
  meters: number,
  projection: Projection,
  corners: OffsetCorners = 'round',
): Outcome<Zone['geometry']> {
  if (!(Math.abs(meters) <= FARTHEST_METERS)) return refuseSketch('sketch.badDistance', {}, zone.properties.id);
  const shape = sketchOfZone(zone, projection);
  if (!shape.ok) return shape;
  const count = shape.value.flat(2).length;
  if (count > MOST_VERTICES) {
    return refuseSketch('sketch.tooManyForBuffer', { count, most: MOST_VERTICES }, zone.properties.id);
  }
  const buffered = bufferShape(shape.value, meters, corners);
  if (buffered.length === 0) return refuseSketch('sketch.nothingLeft', {}, zone.properties.id);
  return zoneShapeOfSketch(buffered, projection);
}
