import { useTranslation } from 'react-i18next';
import type { IssueSeverity } from '../../core/city/issue.ts';

interface IssueCardProps {
  code: string;
  severity: IssueSeverity;
  count: number;
  text: string;
  examples: readonly string[];
}

const TONES = { error: 'danger', warning: 'warning', note: 'quiet' } as const;

/** Folders before a file name: they would push what matters, the row, out of sight. */
const FOLDERS = /(?:[^\s,/]*\/)+/g;

/** One kind of problem: how bad, how often, what it is and where it was first met. */
export function IssueCard({ code, severity, count, text, examples }: IssueCardProps) {
  const { t } = useTranslation('issues');
  return (
    <article className="issue" data-code={code}>
      <header>
        <span className="chip" data-tone={TONES[severity]}>
          {t(`severity.${severity}`)}
        </span>
        <span className="issue-count">{t('times', { count })}</span>
        <code>{code}</code>
      </header>
      <p>{text}</p>
      {examples.length > 0 ? (
        <ul aria-label={t('examples')}>
          {examples.map((example) => (
            <li key={example} title={example}>
              {example.replace(FOLDERS, '')}
            </li>
          ))}
          {count > examples.length + 1 ? <li>{t('more', { count: count - examples.length })}</li> : null}
        </ul>
      ) : null}
    </article>
  );
}
