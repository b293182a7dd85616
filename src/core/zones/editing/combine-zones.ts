import type { Outcome } from '../../city/issue.ts';
import type { Projection } from '../../crs/projection.ts';
import type { Zone } from '../zone.ts';
import { clipShapes } from './clip-shapes.ts';
import { refuseSketch } from './refuse-sketch.ts';
import { sketchOfZone } from './sketch-of-zone.ts';
import { zoneShapeOfSketch } from './zone-shape-of-sketch.ts';

/**
 * One geometry of several zones: their union (merge), the first without the others, or what all have in common.
 * @param zones At least one; the order matters for `difference` only.
 * Errors: those of `sketchOfZone` and `zoneShapeOfSketch`; `sketch.nothingLeft` when nothing remains.
 */
export function combineZones(
  operation: 'union' | 'difference' | 'intersection',
  zones: readonly Zone[],
  projection: Projection,
): Outcome<Zone['geometry']> {
  const shapes = [];
  for (const zone of zones) {
    const shape = sketchOfZone(zone, projection);
    if (!shape.ok) return shape;
    shapes.push(shape.value);
  }
  const [first, ...others] = shapes;
  if (!first) return refuseSketch('sketch.nothingLeft');
  const combined =
    operation === 'intersection'
      ? others.reduce((common, shape) => clipShapes('intersection', common, shape), first)
      : clipShapes(operation, first, others.flat());
  return combined.length === 0 ? refuseSketch('sketch.nothingLeft') : zoneShapeOfSketch(combined, projection);
}
