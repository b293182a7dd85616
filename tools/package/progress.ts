import type { Issue } from '../../src/core/city/issue.ts';

/** What every long step of the tools receives: it names steps, counts, collects issues and can be aborted. */
export interface BuildContext {
  /** Reports progress of a named step; `total` null = unknown. Printed on stderr by the command line. */
  progress(step: string, done: number, total: number | null): void;
  /** Collects an issue of the data; it is counted in the manifest and printed at the end. */
  report(issue: Issue): void;
  signal: AbortSignal;
}
