import { Kbd } from '@mantine/core';
import {
  IconBuilding,
  IconBuildingHospital,
  IconCommand,
  IconHistory,
  IconHomeShield,
  IconMapPin,
  IconPolygon,
  IconStack2,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryGroup } from './list-entries.ts';
import type { PaletteEntry } from './palette-entry.ts';

const ICONS: Record<PaletteEntry['kind'], typeof IconBuilding> = {
  command: IconCommand,
  layer: IconStack2,
  zone: IconPolygon,
  shelter: IconHomeShield,
  facility: IconBuildingHospital,
  place: IconMapPin,
  community: IconUsersGroup,
  element: IconBuilding,
};

interface EntryListProps {
  id: string;
  groups: readonly EntryGroup[];
  active: PaletteEntry | null;
  onHover: (key: string) => void;
  onChoose: (entry: PaletteEntry) => void;
}

/** Id of the line of an entry in the page. */
export function idOfEntry({ key }: PaletteEntry): string {
  return `palette-${key.replace(/[^\w-]/gu, (character) => `_${character.codePointAt(0)}`)}`;
}

/** Lines of the palette under their headings; the active one stays in sight. */
export function EntryList({ id, groups, active, onHover, onChoose }: EntryListProps) {
  const { t } = useTranslation('palette');
  const list = useRef<HTMLDivElement>(null);
  const activeId = active ? idOfEntry(active) : null;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
    if (activeId === list.current?.querySelector('[role="option"]')?.id) list.current?.scrollTo({ top: 0 });
  }, [activeId]);
  return (
    <div id={id} ref={list} role="listbox" aria-label={t('list')} className="palette-list">
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a list box groups its options by role; a field set is for forms.
        <div key={group.id} role="group" aria-label={t(`group.${group.id}`)}>
          <div className="palette-group" aria-hidden>
            {t(`group.${group.id}`)}
          </div>
          {group.entries.map((entry) => {
            const Icon = group.id === 'recent' ? IconHistory : ICONS[entry.kind];
            return (
              <div
                key={entry.key}
                id={idOfEntry(entry)}
                role="option"
                tabIndex={-1}
                aria-selected={entry === active}
                className="palette-entry"
                data-kind={entry.kind}
                onMouseMove={() => onHover(entry.key)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(entry)}
                onKeyDown={undefined}
              >
                <Icon size={16} aria-hidden />
                <span className="palette-label">{entry.label}</span>
                <span className="palette-sub">{entry.sub}</span>
                {entry.shown ? <Kbd size="xs">{entry.shown}</Kbd> : null}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
