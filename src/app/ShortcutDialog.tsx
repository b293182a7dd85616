import { Button, Kbd } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DRAW_KEYS, EDIT_KEYS, SKETCH_KEYS } from '../features/zones/tool-keys.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { COMMANDS, SHORTCUTS } from './shortcuts.ts';

interface ShortcutDialogProps {
  opened: boolean;
  onClose: () => void;
  onTour: () => void;
}

/** The list of keys, and the way back to the tour. */
export function ShortcutDialog({ opened, onClose, onTour }: ShortcutDialogProps) {
  const { t } = useTranslation(['app', 'zones']);
  return (
    <Dialog opened={opened} title={t('shortcuts.title')} closeLabel={t('dismiss')} size="sm" onClose={onClose}>
      <Button size="xs" variant="light" mb={16} leftSection={<IconRoute size={16} aria-hidden />} onClick={onTour}>
        {t('shortcuts.tour')}
      </Button>
      <dl className="shortcut-list">
        {[
          ...SHORTCUTS,
          ...COMMANDS,
          { shown: 'Ctrl+K', label: 'shortcuts.palette' } as const,
          { shown: '?', label: 'shortcuts.help' } as const,
        ].map((shortcut) => (
          <KeyLine key={shortcut.shown} shown={shortcut.shown} words={t(shortcut.label)} />
        ))}
      </dl>
      <h3 className="shortcut-heading">{t('shortcuts.zones')}</h3>
      <dl className="shortcut-list">
        {Object.entries({ ...DRAW_KEYS, ...EDIT_KEYS }).map(([key, tool]) => (
          <KeyLine key={key} shown={key.toUpperCase()} words={t(`zones:tool.${tool}`)} />
        ))}
        {SKETCH_KEYS.map((key) => (
          <KeyLine
            key={key}
            shown={key === 'Escape' ? 'Esc' : key.length === 1 ? key.toUpperCase() : key}
            words={t(`shortcuts.sketch.${key}`)}
          />
        ))}
      </dl>
    </Dialog>
  );
}

function KeyLine({ shown, words }: { shown: string; words: string }) {
  return (
    <div>
      <dt>
        <Kbd>{shown}</Kbd>
      </dt>
      <dd>{words}</dd>
    </div>
  );
}
