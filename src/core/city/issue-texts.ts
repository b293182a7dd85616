import type { LocalizedText } from './city-manifest.ts';
import { describeTerm } from './describe-term.ts';
import type { Issue } from './issue.ts';
import { ANALYSIS_TEXTS } from './issue-texts/analysis.ts';
import { CRS_TEXTS } from './issue-texts/crs.ts';
import { EXCHANGE_TEXTS } from './issue-texts/exchange.ts';
import { PACKAGE_TEXTS } from './issue-texts/package.ts';
import { RECORD_TEXTS } from './issue-texts/records.ts';
import { REPORT_TEXTS } from './issue-texts/report.ts';
import { SCENE_TEXTS } from './issue-texts/scene.ts';
import { SESSION_TEXTS } from './issue-texts/session.ts';
import { SKETCH_TEXTS } from './issue-texts/sketch.ts';
import { SOURCE_TEXTS } from './issue-texts/sources.ts';
import { STRATEGY_TEXTS } from './issue-texts/strategies.ts';
import { TILES_TEXTS } from './issue-texts/tiles.ts';
import { WORKSPACE_TEXTS } from './issue-texts/workspace.ts';

/** Every issue code with its text in both languages; `{name}` is filled from the issue's values and place. */
const ISSUE_TEXTS: Record<string, LocalizedText> = {
  ...ANALYSIS_TEXTS,
  ...CRS_TEXTS,
  ...EXCHANGE_TEXTS,
  ...PACKAGE_TEXTS,
  ...RECORD_TEXTS,
  ...REPORT_TEXTS,
  ...SCENE_TEXTS,
  ...SESSION_TEXTS,
  ...SKETCH_TEXTS,
  ...SOURCE_TEXTS,
  ...STRATEGY_TEXTS,
  ...TILES_TEXTS,
  ...WORKSPACE_TEXTS,
};

/** All codes that have a text; tests hold every reported code against this list. */
export const ISSUE_CODES: readonly string[] = Object.keys(ISSUE_TEXTS);

function fill(template: string, issue: Issue, locale: keyof LocalizedText): string {
  const values: Record<string, string | number | undefined> = { ...issue.place, ...issue.values };
  return template.replace(/\{(\w+)\}/g, (_, name: string) => describeTerm(name, String(values[name] ?? '?'))[locale]);
}

/** Text of an issue in both languages; a code without text tells itself. */
export function describeIssue(issue: Issue): LocalizedText {
  const text = ISSUE_TEXTS[issue.code];
  return text ? { zh: fill(text.zh, issue, 'zh'), en: fill(text.en, issue, 'en') } : { zh: issue.code, en: issue.code };
}
