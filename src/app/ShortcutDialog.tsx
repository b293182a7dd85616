import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SHORTCUTS } from './shortcuts.ts';

/** The list of keys. */
export function ShortcutDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('app');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts.title')}
      size="sm"
      centered
      lockScroll={false}
      closeButtonProps={{ 'aria-label': t('dismiss') }}
    >
      <dl className="shortcut-list">
        {[...SHORTCUTS, { shown: '?', label: 'shortcuts.help' } as const].map((shortcut) => (
          <div key={shortcut.shown}>
            <dt>
              <Kbd>{shortcut.shown}</Kbd>
            </dt>
            <dd>{t(shortcut.label)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
