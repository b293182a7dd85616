import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { COMMANDS, SHORTCUTS } from './shortcuts.ts';

/** The list of keys. */
export function ShortcutDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Dialog opened={opened} title={t('shortcuts.title')} closeLabel={t('dismiss')} size="sm" onClose={onClose}>
      <dl className="shortcut-list">
        {[...SHORTCUTS, ...COMMANDS, { shown: '?', label: 'shortcuts.help' } as const].map((shortcut) => (
          <div key={shortcut.shown}>
            <dt>
              <Kbd>{shortcut.shown}</Kbd>
            </dt>
            <dd>{t(shortcut.label)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
