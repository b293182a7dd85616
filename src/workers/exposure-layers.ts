import type { z } from 'zod';
import { facilitySchema } from '../core/city/facility.ts';
import type { Outcome } from '../core/city/issue.ts';
import { pipeSchema } from '../core/city/pipe.ts';
import { createProjection, type Projection } from '../core/crs/projection.ts';
import type { FacilityPlaces } from '../core/risk/facility-count.ts';
import { NO_PIPES, type PipeSegments, projectPipes } from '../core/risk/pipe-segments.ts';
import { projectFacilities } from '../core/risk/project-facilities.ts';
import { loadLayer } from '../data/load-layer.ts';
import type { TableRequest } from './protocol.ts';

/** Loads a layer that exposure counts in the project CRS; a record that is not sound makes the whole one an issue. */
async function loadProjected<T, P>(
  url: string,
  layer: string,
  schema: z.ZodType<T>,
  projectCrs: string,
  project: (records: readonly T[], projection: Projection) => P,
): Promise<Outcome<P>> {
  const projection = createProjection(projectCrs);
  if (!projection.ok) return projection;
  const { records, issues } = await loadLayer(url, layer, schema, {});
  const [issue] = issues;
  return issue ? { ok: false, issue } : { ok: true, value: project(records, projection.value) };
}

/**
 * Loads the critical facilities of a package in the project CRS; none without a layer of them.
 * Errors: `crs.*`, and the first issue of the layer: numbers that leave a facility out unsaid are not answered.
 */
export async function loadFacilityPlaces({
  facilitiesUrl,
  projectCrs,
}: TableRequest): Promise<Outcome<FacilityPlaces>> {
  if (!facilitiesUrl) return { ok: true, value: { x: new Float64Array(), y: new Float64Array() } };
  return loadProjected(facilitiesUrl, 'facilities', facilitySchema, projectCrs, projectFacilities);
}

/** Loads the pipes of a package, as `loadFacilityPlaces` does facilities. */
export async function loadPipeSegments({ pipesUrl, projectCrs }: TableRequest): Promise<Outcome<PipeSegments>> {
  if (!pipesUrl) return { ok: true, value: NO_PIPES };
  return loadProjected(pipesUrl, 'pipes', pipeSchema, projectCrs, projectPipes);
}
