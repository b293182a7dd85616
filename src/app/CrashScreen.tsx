import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/Notice.tsx';

/** Shown when the page itself failed. */
export function CrashScreen({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('app');
  return (
    <main className="crash-screen">
      <Notice
        tone="danger"
        title={t('crash.title')}
        action={
          <Button size="compact-xs" variant="light" onClick={onRetry}>
            {t('crash.retry')}
          </Button>
        }
      >
        {t('crash.body')}
      </Notice>
    </main>
  );
}
