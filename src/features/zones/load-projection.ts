import type { Outcome } from '../../core/city/issue.ts';
import type { Projection } from '../../core/crs/projection.ts';

let known: { crs: string; projection: Projection } | null = null;

/** The projection that was loaded last, if it is of this CRS: it needs no waiting. */
export function knownProjection(crs: string): Projection | null {
  return known?.crs === crs ? known.projection : null;
}

/** The projection of a city; its code travels when the first outline is drawn. Errors: those of `createProjection`. */
export async function loadProjection(crs: string): Promise<Outcome<Projection>> {
  try {
    const { createProjection } = await import('../../core/crs/projection.ts');
    const made = createProjection(crs);
    if (made.ok) known = { crs, projection: made.value };
    return made;
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      issue: { code: 'fetch.unreachable', severity: 'error', place: { file: 'projection' }, values: { detail } },
    };
  }
}
