import { Button, Progress } from '@mantine/core';
import { IconCheck, IconCircle, IconDownload, IconLoader2 } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import './report.css';
import { REPORT_STEPS, type ReportRun, type ReportStep } from './report-run.ts';

const ReportDownloads = lazy(() =>
  import('./ReportDownloads.tsx').then((module) => ({ default: module.ReportDownloads })),
);

interface ReportDialogProps {
  opened: boolean;
  run: ReportRun;
  onCancel: () => void;
  onAgain: () => void;
  onClose: () => void;
}

/** What the making of the report is doing, and its files when it is done. */
export function ReportDialog({ opened, run, onCancel, onAgain, onClose }: ReportDialogProps) {
  const { t, i18n } = useTranslation('report');
  return (
    <Dialog opened={opened} title={t('title')} closeLabel={t('close')} onClose={onClose}>
      {run.status === 'running' ? <Steps step={run.step} onCancel={onCancel} /> : null}
      {run.status === 'ready' ? (
        <Suspense fallback={null}>
          <ReportDownloads result={run.result} />
        </Suspense>
      ) : null}
      {run.status === 'cancelled' ? (
        <Notice tone="quiet" title={t('cancelled')} action={<Again onAgain={onAgain} />} />
      ) : null}
      {run.status === 'failed' ? (
        <Notice tone="danger" title={t('failed')} action={<Again onAgain={onAgain} />}>
          {localize(describeIssue(run.issue), i18n.language)}
        </Notice>
      ) : null}
    </Dialog>
  );
}

function Again({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation('report');
  return (
    <Button size="compact-xs" variant="light" leftSection={<IconDownload size={14} aria-hidden />} onClick={onAgain}>
      {t('again')}
    </Button>
  );
}

function Steps({ step, onCancel }: { step: ReportStep; onCancel: () => void }) {
  const { t } = useTranslation('report');
  const at = REPORT_STEPS.indexOf(step);
  return (
    <div className="report-steps" role="status">
      <Progress value={((at + 0.5) / REPORT_STEPS.length) * 100} animated size="sm" aria-label={t('progress')} />
      <ol>
        {REPORT_STEPS.map((name, index) => (
          <li key={name} data-state={index < at ? 'done' : index === at ? 'running' : 'waiting'}>
            {index < at ? <IconCheck size={16} aria-hidden /> : null}
            {index === at ? <IconLoader2 size={16} className="report-spin" aria-hidden /> : null}
            {index > at ? <IconCircle size={16} aria-hidden /> : null}
            {t(`steps.${name}`)}
          </li>
        ))}
      </ol>
      <Button size="xs" variant="subtle" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}
