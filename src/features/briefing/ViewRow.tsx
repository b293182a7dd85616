import { Menu, TextInput } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCameraRotate,
  IconDotsVertical,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../../core/workspace/workspace-document.ts';
import { happened } from '../../state/happened.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { deleteView, moveView, renameView, replaceView } from './view-edits.ts';

interface ViewRowProps {
  view: SavedView;
  /** From 1. */
  place: number;
  isLast: boolean;
  /** Another tab edits: the view can be shown, not changed. */
  locked: boolean;
}

/** One saved view: a click shows it, its menu changes it. */
export function ViewRow({ view, place, isLast, locked }: ViewRowProps) {
  const [naming, setNaming] = useState(false);
  const shown = useWorkspace((state) => state.shownViewId === view.id);
  return (
    <li className="view-row" data-shown={shown}>
      <span className="view-place">{place}</span>
      {naming ? (
        <NameField view={view} onDone={() => setNaming(false)} />
      ) : (
        <button type="button" className="view-name" aria-current={shown} onClick={() => happened.viewShown(view)}>
          {view.name}
        </button>
      )}
      {locked ? null : <ViewMenu view={view} isFirst={place === 1} isLast={isLast} onRename={() => setNaming(true)} />}
    </li>
  );
}

function NameField({ view, onDone }: { view: SavedView; onDone: () => void }) {
  const { t } = useTranslation('briefing');
  const keep = (name: string): void => {
    renameView(view, name);
    onDone();
  };
  return (
    <TextInput
      className="view-name-field"
      size="xs"
      autoFocus
      maxLength={80}
      defaultValue={view.name}
      aria-label={t('name')}
      onBlur={(event) => keep(event.currentTarget.value)}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === 'Enter') keep(event.currentTarget.value);
        if (event.key === 'Escape') onDone();
      }}
    />
  );
}

interface ViewMenuProps {
  view: SavedView;
  isFirst: boolean;
  isLast: boolean;
  onRename: () => void;
}

function ViewMenu({ view, isFirst, isLast, onRename }: ViewMenuProps) {
  const { t } = useTranslation('briefing');
  const [opened, setOpened] = useState(false);
  return (
    <Menu position="bottom-end" withinPortal opened={opened} onChange={setOpened}>
      <Menu.Target>
        <IconButton
          label={t('more', { name: view.name })}
          icon={<IconDotsVertical size={16} />}
          onClick={() => setOpened((before) => !before)}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={onRename}>
          {t('rename')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCameraRotate size={14} aria-hidden />} onClick={() => replaceView(view)}>
          {t('replace')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp size={14} aria-hidden />}
          disabled={isFirst}
          onClick={() => moveView(view, -1)}
        >
          {t('earlier')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={14} aria-hidden />}
          disabled={isLast}
          onClick={() => moveView(view, 1)}
        >
          {t('later')}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => deleteView(view)}>
          {t('delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
