import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Strategies } from './use-strategies.ts';

/** Tells that the strategy library is on its way, or why it is not here; nothing once it is. */
export function LibraryNotice({ strategies: { status, issue, retry } }: { strategies: Strategies }) {
  const { t, i18n } = useTranslation('zones');
  if (status === 'loading') return <p className="panel-note">{t('library.loading')}</p>;
  if (!issue) return null;
  return (
    <Notice
      tone="warning"
      title={t('library.failed')}
      action={
        <Button size="compact-xs" variant="light" onClick={retry}>
          {t('library.again')}
        </Button>
      }
    >
      {localize(describeIssue(issue), i18n.language)}
    </Notice>
  );
}
