import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DRAW_KEYS, EDIT_KEYS, SKETCH_KEYS } from '../features/zones/tool-keys.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { COMMANDS, SHORTCUTS } from './shortcuts.ts';

/** The list of keys. */
export function ShortcutDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['app', 'zones']);
  return (
    <Dialog opened={opened} title={t('shortcuts.title')} closeLabel={t('dismiss')} size="sm" onClose={onClose}>
      <dl className="shortcut-list">
        {[...SHORTCUTS, ...COMMANDS, { shown: '?', label: 'shortcuts.help' } as const].map((shortcut) => (
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
