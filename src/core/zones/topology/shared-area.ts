import { type Box2, collectRegionEdges, type Region } from '../../geometry/region.ts';
import { type SweepRegion, sweepOverlap } from '../../geometry/sweep-overlap.ts';

/**
 * Area that two prepared shapes share, in the square of their unit.
 * @param box Where both may be: the common part of their boxes, whose edges alone are looked at.
 */
export function measureSharedArea(a: readonly Region[], b: readonly Region[], box: Box2): number {
  if (!(box[0] < box[2] && box[1] < box[3])) return 0;
  const frame = [box[0], box[1], box[2], box[1], box[2], box[1], box[2], box[3]];
  const sides = [...frame, box[0], box[3], box[2], box[3], box[0], box[1], box[0], box[3]];
  const cut = (regions: readonly Region[], group: number) =>
    regions.map((region): SweepRegion => ({ ...collectRegionEdges(region, box), group }));
  let area = 0;
  sweepOverlap(
    [{ group: 0, meeting: sides, left: [] }, ...cut(a, 1), ...cut(b, 2)],
    [box[0], box[1]],
    (part, depths) => {
      if (depths[1]! > 0 && depths[2]! > 0) area += part;
    },
  );
  return area;
}
