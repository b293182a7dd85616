import { Button } from '@mantine/core';
import { IconFileTypeCsv, IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { Notice } from '../../ui/Notice.tsx';
import { reportTables, saveAllCsv, saveCsv, savePdf } from './download.ts';
import type { ReportResult } from './report-run.ts';

/** The files of a finished report, and what its maps lack. */
export function ReportDownloads({ result }: { result: ReportResult }) {
  const { t, i18n } = useTranslation('report');
  const megabytes = (result.pdf.length / 1_000_000).toFixed(1);
  return (
    <div className="report-downloads">
      <p role="status">{t('done')}</p>
      <div className="report-files">
        <Button size="xs" leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => savePdf(result)}>
          {t('pdf', { megabytes })}
        </Button>
        <Button
          size="xs"
          variant="light"
          leftSection={<IconFileTypeCsv size={16} aria-hidden />}
          onClick={() => saveAllCsv(result)}
        >
          {t('csvAll')}
        </Button>
      </div>
      {result.issues.map((issue) => (
        <Notice key={issue.code} tone="warning" title={localize(describeIssue(issue), i18n.language)} />
      ))}
      {result.absent.length > 0 ? (
        <Notice tone="warning" title={t('absent')}>
          {result.absent.join(', ')}
        </Notice>
      ) : null}
      <h3>{t('tables')}</h3>
      <ul className="report-tables">
        {reportTables(result.document).map((table) => (
          <li key={table.id}>
            <Button size="compact-xs" variant="subtle" onClick={() => saveCsv(result, table)}>
              {table.caption}
            </Button>
            <span>{t('rows', { count: table.rows.length })}</span>
          </li>
        ))}
      </ul>
      <p className="report-note">{t('csvNote')}</p>
    </div>
  );
}
