import type { IssueCount } from '../../src/core/city/city-manifest.ts';
import type { Issue, IssuePlace } from '../../src/core/city/issue.ts';
import { describeIssue } from '../../src/core/city/issue-texts.ts';

const MAX_EXAMPLES = 5;

/** Place of an issue on one line, e.g. `roofs.geojson, row 12, b-17`. */
export function describePlace(place: IssuePlace): string {
  const parts = [
    place.file,
    place.layer === undefined ? undefined : `[${place.layer}]`,
    place.row === undefined ? undefined : `row ${place.row}`,
    place.byte === undefined ? undefined : `byte ${place.byte}`,
    place.id,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

/** Collects issues of a build by code, with the first few places of each. */
export interface IssueCollector {
  report(issue: Issue): void;
  /** Counts, most severe first, then by code. */
  counts(): IssueCount[];
}

const SEVERITY_ORDER = ['error', 'warning', 'note'];

/** Creates an empty collector; the text of a code is that of its first issue. */
export function createIssueCollector(): IssueCollector {
  const byCode = new Map<string, IssueCount>();
  return {
    report(issue) {
      const place = describePlace(issue.place);
      const known = byCode.get(issue.code);
      if (!known) {
        const text = describeIssue(issue);
        byCode.set(issue.code, {
          code: issue.code,
          severity: issue.severity,
          count: 1,
          text,
          examples: place ? [place] : [],
        });
        return;
      }
      known.count += 1;
      if (place && known.examples.length < MAX_EXAMPLES && !known.examples.includes(place)) known.examples.push(place);
    },
    counts: () =>
      [...byCode.values()].sort(
        (a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) || (a.code < b.code ? -1 : 1),
      ),
  };
}
