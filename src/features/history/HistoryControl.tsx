import { Popover } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHistory } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceEdit } from '../../core/workspace/workspace-edit.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Popup } from '../../ui/Popup.tsx';
import { describeStep } from './describe-step.ts';
import './history.css';

const HistoryList = lazy(async () => ({ default: (await import('./HistoryList.tsx')).HistoryList }));

interface HistoryControlProps {
  onUndo: () => void;
  onRedo: () => void;
}

/** Undo, redo, and the list of all steps. */
export function HistoryControl({ onUndo, onRedo }: HistoryControlProps) {
  const { t, i18n } = useTranslation(['history', 'vocabulary']);
  const [opened, setOpened] = useState(false);
  const undoable = useWorkspace((state) => state.history.done.at(-1) ?? null);
  const redoable = useWorkspace((state) => state.history.undone.at(-1) ?? null);
  const following = useWorkspace((state) => state.storage.status === 'following');
  const tell = (edit: WorkspaceEdit): string =>
    describeStep(edit.step, { t, exists: (key) => i18n.exists(key), locale: i18n.language });
  return (
    <div className="history-control">
      <IconButton
        label={following ? t('following') : undoable ? t('undo', { step: tell(undoable) }) : t('nothingToUndo')}
        icon={<IconArrowBackUp size={18} />}
        disabled={!undoable || following}
        onClick={onUndo}
      />
      <IconButton
        label={following ? t('following') : redoable ? t('redo', { step: tell(redoable) }) : t('nothingToRedo')}
        icon={<IconArrowForwardUp size={18} />}
        disabled={!redoable || following}
        onClick={onRedo}
      />
      <Popup opened={opened} onChange={setOpened} position="bottom-start" width={340} withinPortal>
        <Popover.Target>
          <IconButton
            label={t('show')}
            icon={<IconHistory size={18} />}
            pressed={opened}
            onClick={() => setOpened((before) => !before)}
          />
        </Popover.Target>
        <Popover.Dropdown p={0}>
          <Suspense>{opened ? <HistoryList tell={tell} locked={following} /> : null}</Suspense>
        </Popover.Dropdown>
      </Popup>
    </div>
  );
}
