import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { useOnceTrue } from '../../ui/use-once-true.ts';
import { loadEngine } from './load-engine.ts';
import type { ReportRun } from './report-run.ts';
import { reportWish } from './report-wish.ts';

const ReportDialog = lazy(async () => ({ default: (await import('./ReportDialog.tsx')).ReportDialog }));

/** One click makes the report of the open city and hands out its PDF; the dialog tells the steps. */
export function ReportButton() {
  const { t } = useTranslation('report');
  const city = useWorkspace(selectCity);
  const [run, setRun] = useState<ReportRun>({ status: 'idle' });
  const [opened, setOpened] = useState(false);
  const hasOpened = useOnceTrue(opened);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const start = async () => {
    if (!city) return;
    current.current?.abort();
    const abort = new AbortController();
    current.current = abort;
    setOpened(true);
    setRun({ status: 'running', step: 'exposure' });
    const engine = await loadEngine();
    const made = engine.ok
      ? await engine.value.makeReport(city, abort.signal, (step) => {
          if (!abort.signal.aborted) setRun({ status: 'running', step });
        })
      : engine;
    if (current.current !== abort) return;
    if (abort.signal.aborted) setRun({ status: 'cancelled' });
    else if (!made.ok) setRun({ status: 'failed', issue: made.issue });
    else {
      setRun({ status: 'ready', result: made.value });
      if (engine.ok) engine.value.savePdf(made.value);
    }
  };

  const wish = () => (run.status === 'running' ? setOpened(true) : void start());
  useEffect(() => reportWish.follow(wish));

  return (
    <>
      <Button
        size="xs"
        variant="filled"
        leftSection={<IconFileText size={16} aria-hidden />}
        disabled={!city}
        loading={run.status === 'running' && !opened}
        onClick={wish}
      >
        {t('button')}
      </Button>
      <Suspense>
        {hasOpened ? (
          <ReportDialog
            opened={opened}
            run={run}
            onCancel={() => current.current?.abort()}
            onAgain={() => void start()}
            onClose={() => setOpened(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}
