import type { Issue } from '../../../../src/core/city/issue.ts';
import type { BuildContext } from '../../../../tools/package/progress.ts';

/** A context that keeps what is reported to it. */
export function recordingContext(): BuildContext & { issues: Issue[]; count(code: string): number } {
  const issues: Issue[] = [];
  return {
    issues,
    count: (code) => issues.filter((issue) => issue.code === code).length,
    progress: () => undefined,
    report: (issue) => issues.push(issue),
    signal: new AbortController().signal,
  };
}
