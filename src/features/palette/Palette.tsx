import { Kbd, Loader, Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { EntryList, idOfEntry } from './EntryList.tsx';
import { followTarget } from './follow-target.ts';
import { listEntries } from './list-entries.ts';
import './palette.css';
import type { PaletteCommand, PaletteEntry } from './palette-entry.ts';
import { keepRecent, readRecents } from './recents.ts';
import { useFound } from './use-found.ts';

const LIST_ID = 'palette-list';
const PAGE = 8;

interface PaletteProps {
  opened: boolean;
  commands: readonly PaletteCommand[];
  onClose: () => void;
}

/** One field that finds commands, layers, places and buildings; the answer flies there and selects. */
export function Palette({ opened, commands, onClose }: PaletteProps) {
  const { t } = useTranslation('palette');
  // The kit gives the focus back only from a window that it saw open: one that is mounted open opens a step later.
  const [isShown, setShown] = useState(false);
  useEffect(() => setShown(opened), [opened]);
  return (
    <Modal
      opened={isShown}
      onClose={onClose}
      title={t('title')}
      withCloseButton={false}
      size={620}
      padding={0}
      yOffset="9dvh"
      lockScroll={false}
      transitionProps={{ duration: 0 }}
      overlayProps={{ backgroundOpacity: 0.25 }}
      classNames={{ header: 'palette-title', body: 'palette' }}
    >
      <PaletteBody commands={commands} onClose={onClose} />
    </Modal>
  );
}

function PaletteBody({ commands, onClose }: Omit<PaletteProps, 'opened'>) {
  const { t, i18n } = useTranslation(['palette', 'vocabulary']);
  const city = useWorkspace(selectCity);
  const [words, setWords] = useState('');
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const cityId = city?.manifest.id ?? '';
  const recents = useMemo(() => readRecents(cityId), [cityId]);
  const found = useFound(city, words);
  const groups = useMemo(() => {
    const tellUse = (use: string): string =>
      i18n.exists(`vocabulary:use.${use}`) ? i18n.t(`vocabulary:use.${use}` as 'vocabulary:use.other') : use;
    return listEntries({ words, city, commands, recents, found, t, locale: i18n.language, tellUse });
  }, [words, city, commands, recents, found, t, i18n]);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries.find(({ key }) => key === activeKey) ?? entries[0];

  const choose = (entry: PaletteEntry): void => {
    keepRecent(cityId, entry);
    onClose();
    followTarget(entry.target, commands);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter and arrows belong to the input method while characters are being composed.
    if (event.nativeEvent.isComposing) return;
    const place = active ? entries.indexOf(active) : 0;
    const next = placeOfKey(event.key, place, entries.length);
    if (next !== null) setActiveKey(entries[next]?.key ?? null);
    else if (event.key === 'Enter' && active) choose(active);
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) onClose();
    else return;
    event.preventDefault();
  };
  const [issue] = found.issues;
  return (
    <>
      <div className="palette-field">
        <IconSearch size={18} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={active ? idOfEntry(active) : undefined}
          aria-label={t('placeholder')}
          placeholder={t('placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setActiveKey(null);
          }}
          onKeyDown={onKeyDown}
        />
        {found.busy ? <Loader size={16} aria-label={t('searching')} /> : null}
      </div>
      <EntryList id={LIST_ID} groups={groups} active={active ?? null} onHover={setActiveKey} onChoose={choose} />
      {entries.length === 0 ? (
        <p className="palette-note">
          {found.busy ? (
            t('searching')
          ) : (
            <>
              <strong>{t('nothing', { words: words.trim() })}</strong> {t('nothingHint')}
            </>
          )}
        </p>
      ) : null}
      {issue && issue.code !== 'worker.cancelled' ? (
        <p className="palette-note" data-tone="warning">
          {t('unsearched', { reason: localize(describeIssue(issue), i18n.language) })}
        </p>
      ) : null}
      <footer className="palette-keys">
        <span role="status" className="palette-count">
          {words.trim() === '' || found.busy ? '' : t('results', { count: entries.length })}
        </span>
        <span>
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {t('keys.move')}
        </span>
        <span>
          <Kbd size="xs">Enter</Kbd> {t('keys.open')}
        </span>
        <span>
          <Kbd size="xs">Esc</Kbd> {t('keys.close')}
        </span>
      </footer>
    </>
  );
}

/** Where a key leads from a place of the list; `null` for other keys. */
function placeOfKey(key: string, place: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (place + 1) % count;
  if (key === 'ArrowUp') return (place + count - 1) % count;
  if (key === 'PageDown') return Math.min(count - 1, place + PAGE);
  if (key === 'PageUp') return Math.max(0, place - PAGE);
  return null;
}
