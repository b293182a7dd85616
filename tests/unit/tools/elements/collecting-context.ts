import type { Issue } from '../../../../src/core/city/issue.ts';
import type { BuildContext } from '../../../../tools/package/progress.ts';

/** A context that keeps every issue, in order, and counts them by code. */
export interface CollectingContext extends BuildContext {
  issues: Issue[];
  counts(): Record<string, number>;
}

export function collectingContext(signal: AbortSignal = new AbortController().signal): CollectingContext {
  const issues: Issue[] = [];
  return {
    issues,
    signal,
    progress: () => undefined,
    report: (issue) => {
      issues.push(issue);
    },
    counts: () => {
      const counts: Record<string, number> = {};
      for (const { code } of issues) counts[code] = (counts[code] ?? 0) + 1;
      return counts;
    },
  };
}
