import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IssueCount } from '../../core/city/city-manifest.ts';
import type { Issue } from '../../core/city/issue.ts';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Section } from '../../ui/Section.tsx';
import { IssueCard } from './IssueCard.tsx';
import './issues.css';

const ORDER = { error: 0, warning: 1, note: 2 } as const;
const SHOWN_EXAMPLES = 5;

/** Problems of this session, then those the import of the package counted. */
export function IssuesPanel() {
  const { t } = useTranslation('issues');
  const session = useWorkspace((state) => state.issues);
  const city = useWorkspace(selectCity);
  const counted = [...(city?.manifest.issues ?? [])].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  const groups = groupByCode(session);
  if (session.length + counted.length === 0) {
    return (
      <div className="panel-empty">
        <IconCircleCheck size={28} aria-hidden />
        <strong>{t('none')}</strong>
        <p className="panel-note">{t('noneBody')}</p>
      </div>
    );
  }
  return (
    <div className="issues">
      {groups.length > 0 ? (
        <Section title={t('session')} aside={session.length}>
          {groups.map((group) => (
            <SessionIssues key={group[0]?.code} issues={group} />
          ))}
        </Section>
      ) : null}
      {city && counted.length > 0 ? (
        <Section title={t('package')} aside={t('tool', city.manifest.tool)}>
          {counted.map((issue) => (
            <CountedIssue key={issue.code} issue={issue} />
          ))}
        </Section>
      ) : null}
    </div>
  );
}

function SessionIssues({ issues }: { issues: Issue[] }) {
  const { i18n } = useTranslation();
  const first = issues[0];
  if (!first) return null;
  const texts = issues.map((issue) => localize(describeIssue(issue), i18n.language));
  return (
    <IssueCard
      code={first.code}
      severity={first.severity}
      count={issues.length}
      text={texts[0] ?? first.code}
      examples={texts.slice(1, SHOWN_EXAMPLES)}
    />
  );
}

function CountedIssue({ issue }: { issue: IssueCount }) {
  const { i18n } = useTranslation();
  return (
    <IssueCard
      code={issue.code}
      severity={issue.severity}
      count={issue.count}
      text={localize(issue.text, i18n.language)}
      examples={issue.examples.slice(0, SHOWN_EXAMPLES)}
    />
  );
}

function groupByCode(issues: readonly Issue[]): Issue[][] {
  const groups = new Map<string, Issue[]>();
  for (const issue of issues) groups.set(issue.code, [...(groups.get(issue.code) ?? []), issue]);
  return [...groups.values()];
}
