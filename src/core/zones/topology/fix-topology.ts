import type { Outcome } from '../../city/issue.ts';
import type { Projection } from '../../crs/projection.ts';
import { clipShapes } from '../editing/clip-shapes.ts';
import { refuseSketch } from '../editing/refuse-sketch.ts';
import { settleShape } from '../editing/settle-shape.ts';
import { sketchOfZone } from '../editing/sketch-of-zone.ts';
import { zoneShapeOfSketch } from '../editing/zone-shape-of-sketch.ts';
import type { Zone } from '../zone.ts';
import { snapToNeighbour } from './snap-to-neighbour.ts';
import type { TopologyFinding } from './topology-finding.ts';

/**
 * What mends a finding: for a gap the last zone is drawn to the first, an overlap is cut from the last, a sliver is
 * left out of its zone, rings that touch themselves are rebuilt.
 * @param zones The zones of the finding in its order.
 * @param toleranceMeters As given to `checkTopology`.
 * @returns The new geometry of one zone.
 * Errors: `topology.noSafeFix` (a duplicate, or a sliver that is the whole zone: delete one zone instead),
 * `sketch.nothingLeft`, and those of `sketchOfZone` and `zoneShapeOfSketch`.
 */
export function fixTopology(
  finding: TopologyFinding,
  zones: readonly Zone[],
  projection: Projection,
  toleranceMeters: number,
): Outcome<{ zoneId: string; geometry: Zone['geometry'] }> {
  const target = zones.at(-1);
  if (!target) return refuseSketch('topology.noSafeFix');
  const zoneId = target.properties.id;
  const shape = sketchOfZone(target, projection);
  if (!shape.ok) return shape;
  let fixed = settleShape(shape.value);
  if (finding.kind === 'duplicate') return refuseSketch('topology.noSafeFix', {}, zoneId);
  if (finding.kind === 'sliver') {
    fixed = shape.value.filter((_, index) => index !== finding.polygon);
    if (fixed.length === 0) return refuseSketch('topology.noSafeFix', {}, zoneId);
  }
  if (finding.kind === 'gap' || finding.kind === 'overlap') {
    const other = sketchOfZone(zones[0]!, projection);
    if (!other.ok) return other;
    fixed =
      finding.kind === 'gap'
        ? snapToNeighbour(fixed, settleShape(other.value), toleranceMeters)
        : clipShapes('difference', fixed, other.value);
  }
  if (fixed.length === 0) return refuseSketch('sketch.nothingLeft', {}, zoneId);
  const geometry = zoneShapeOfSketch(fixed, projection);
  return geometry.ok ? { ok: true, value: { zoneId, geometry: geometry.value } } : geometry;
}
