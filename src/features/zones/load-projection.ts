import type { Outcome } from '../../core/city/issue.ts';
import type { Projection } from '../../core/crs/projection.ts';

/** The projection of a city; its code travels when the first outline is drawn. Errors: those of `createProjection`. */
export async function loadProjection(crs: string): Promise<Outcome<Projection>> {
  try {
    const { createProjection } = await import('../../core/crs/projection.ts');
    return createProjection(crs);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      issue: { code: 'fetch.unreachable', severity: 'error', place: { file: 'projection' }, values: { detail } },
    };
  }
}
