import { createProjection } from '../core/crs/projection.ts';
import { checkTopology } from '../core/zones/topology/check-topology.ts';
import type { Handler } from './serve-requests.ts';

/** Checks how zones lie, off the page: two thousand of them take about a second. Errors: `crs.unknown`, `crs.geocentric`. */
export const answerTopology: Handler<'checkTopology'> = async ({ projectCrs, zones, toleranceMeters }) => {
  const projection = createProjection(projectCrs);
  return projection.ok
    ? { ok: true, value: checkTopology(zones, projection.value, toleranceMeters) }
    : { ok: false, issue: projection.issue };
};
