import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SettledImport } from '../../core/zones/exchange/settle-imported-ids.ts';

/** What an import came to. */
export function ImportDone({ settled, onClose }: { settled: SettledImport; onClose: () => void }) {
  const { t } = useTranslation('exchange');
  const counts = (['added', 'replaced', 'skipped', 'identical', 'approved'] as const).filter(
    (name) => settled[name] > 0,
  );
  return (
    <>
      <ul className="exchange-result" role="status">
        {counts.map((name) => (
          <li key={name}>{t(`done.${name}`, { count: settled[name] })}</li>
        ))}
      </ul>
      <p className="panel-note">{settled.changes.length > 0 ? t('done.undo') : t('done.nothing')}</p>
      <div className="exchange-end">
        <Button size="xs" data-autofocus onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </>
  );
}
