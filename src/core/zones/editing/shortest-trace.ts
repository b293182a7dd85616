import type { ProjectedXY } from '../../geometry/coordinates.ts';
import type { SnapIndex } from './snap-index.ts';
import { traceEdges } from './trace-edges.ts';

/**
 * The shortest of the ways between two snapped places along zones, buildings or streets; no way changes from one to
 * another between the two.
 * @param from Metres of the project CRS, as `to` and the answer: see `traceEdges`.
 */
export function shortestTrace(
  indexes: readonly SnapIndex[],
  from: ProjectedXY,
  to: ProjectedXY,
): readonly ProjectedXY[] | null {
  let best: readonly ProjectedXY[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const index of indexes) {
    const way = traceEdges(index, from, to);
    if (!way) continue;
    const places = [...way, to];
    const length = places.reduce((sum, [x, y], at) => {
      const [beforeX, beforeY] = at === 0 ? from : places[at - 1]!;
      return sum + Math.hypot(x - beforeX, y - beforeY);
    }, 0);
    if (length < least) [best, least] = [way, length];
  }
  return best;
}
