import type { IssuePlace } from '../../src/core/city/issue.ts';
import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';
import { REPAIR_CODES, repairPolygon } from '../../src/core/geometry/repair-ring.ts';
import type { BuildContext } from '../package/progress.ts';

/**
 * Mends the polygons of one record and reports each kind of repair once per record, with file and row.
 * @param polygons Polygons in any planar frame, rings open or closed.
 * @returns Closed, oriented rings in the same frame; empty when nothing is left (reported as `geometry.unusable`).
 */
export function mendPolygons(
  polygons: readonly (readonly (readonly (readonly number[])[])[])[],
  place: IssuePlace,
  context: BuildContext,
): MultiPolygon2 {
  const told = new Set<string>();
  const mended = polygons.flatMap((rings) => {
    const { polygons: kept, repairs } = repairPolygon(rings);
    for (const [name, code] of Object.entries(REPAIR_CODES)) {
      if (repairs[name as keyof typeof REPAIR_CODES] > 0) told.add(code);
    }
    return kept;
  });
  for (const code of told)
    context.report({ code, severity: code === 'geometry.duplicatePoint' ? 'note' : 'warning', place });
  if (mended.length === 0) context.report({ code: 'geometry.unusable', severity: 'error', place });
  return mended;
}
