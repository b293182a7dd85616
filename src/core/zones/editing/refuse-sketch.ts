import type { Issue, Outcome } from '../../city/issue.ts';

/** A refusal of an outline as an issue; its text is in `issue-texts/sketch.ts`. `id`: zone it is about. */
export function refuseSketch<T>(code: string, values: NonNullable<Issue['values']> = {}, id?: string): Outcome<T> {
  return { ok: false, issue: { code, severity: 'error', place: id === undefined ? {} : { id }, values } };
}
