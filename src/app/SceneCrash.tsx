import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/Notice.tsx';

/** In place of the scene when it cannot be drawn; lists and report go on working. */
export function SceneCrash({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('app');
  return (
    <div className="scene-crash">
      <Notice
        tone="danger"
        title={t('sceneUnsupported')}
        action={
          <Button size="compact-xs" variant="light" onClick={onRetry}>
            {t('crash.retry')}
          </Button>
        }
      />
    </div>
  );
}
