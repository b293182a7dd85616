import { facilitySchema } from '../core/city/facility.ts';
import type { Outcome } from '../core/city/issue.ts';
import { createProjection } from '../core/crs/projection.ts';
import type { FacilityPlaces } from '../core/risk/facility-count.ts';
import { projectFacilities } from '../core/risk/project-facilities.ts';
import { loadLayer } from '../data/load-layer.ts';
import type { TableRequest } from './protocol.ts';

/**
 * Loads the critical facilities of a package in the project CRS; none without a layer of them.
 * Errors: `crs.*`, and the first issue of the layer: numbers that leave a facility out unsaid are not answered.
 */
export async function loadFacilityPlaces(request: TableRequest): Promise<Outcome<FacilityPlaces>> {
  const projection = createProjection(request.projectCrs);
  if (!projection.ok) return projection;
  if (!request.facilitiesUrl) return { ok: true, value: projectFacilities([], projection.value) };
  const { records, issues } = await loadLayer(request.facilitiesUrl, 'facilities', facilitySchema, {});
  const [issue] = issues;
  return issue ? { ok: false, issue } : { ok: true, value: projectFacilities(records, projection.value) };
}
