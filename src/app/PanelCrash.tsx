import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/Notice.tsx';

/** In place of a panel that failed. */
export function PanelCrash({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('app');
  return (
    <div className="panel-section">
      <Notice
        tone="danger"
        title={t('crash.panel')}
        action={
          <Button size="compact-xs" variant="light" onClick={onRetry}>
            {t('crash.retry')}
          </Button>
        }
      />
    </div>
  );
}
