import { Button, FileButton } from '@mantine/core';
import { IconArrowsExchange, IconDownload, IconFolderOpen, IconRefresh, IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Notice } from '../../ui/Notice.tsx';
import { startOver } from './start-over.ts';
import { countOwnChanges, type Opened, openWorkspaceFile, saveWorkspaceFile } from './workspace-files.ts';
import { workspaceKeeper } from './workspace-keeper.ts';

interface StoragePanelProps {
  /** Opens the comparison that was put aside. */
  onCompare: () => void;
  onClose: () => void;
}

/** Where the edits are, and what can be done with them: file, merge, start over, take over. */
export function StoragePanel({ onCompare, onClose }: StoragePanelProps) {
  const { t } = useTranslation('workspace');
  const storage = useWorkspace((state) => state.storage);
  const offer = useWorkspace((state) => state.merge);
  // Counted anew with every edit.
  useWorkspace((state) => state.document);
  const [opened, setOpened] = useState<Opened | null>(null);
  const changes = countOwnChanges();
  const waiting = offer?.origin.kind === 'package' ? offer.merge.conflicts.length : 0;
  const locked = storage.status === 'following' || storage.status === 'opening';
  const open = async (file: File | null): Promise<void> => {
    if (!file) return;
    const result = await openWorkspaceFile(file);
    setOpened(result);
    if (result.status === 'asked') onClose();
  };
  return (
    <div className="storage-panel">
      <h2>{t('title')}</h2>
      <StorageState />
      {waiting > 0 ? (
        <Notice
          tone="warning"
          title={t('packageChanged', { count: waiting })}
          action={
            <Button
              size="compact-xs"
              variant="light"
              onClick={() => {
                onClose();
                onCompare();
              }}
            >
              {t('compare')}
            </Button>
          }
        />
      ) : null}
      <p className="panel-note">{changes > 0 ? t('changes', { count: changes }) : t('noChanges')}</p>
      <div className="storage-actions">
        <Button
          size="xs"
          variant={storage.status === 'memory' ? 'filled' : 'light'}
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={saveWorkspaceFile}
        >
          {t('save')}
        </Button>
        <FileButton accept=".json,application/json" onChange={(file) => void open(file)}>
          {(button) => (
            <Button
              {...button}
              size="xs"
              variant="light"
              disabled={locked}
              leftSection={<IconFolderOpen size={15} aria-hidden />}
            >
              {t('open')}
            </Button>
          )}
        </FileButton>
      </div>
      <OpenedNotice opened={opened} />
      <StartOver changes={changes} locked={locked} onDone={onClose} />
    </div>
  );
}

function StorageState() {
  const { t, i18n } = useTranslation('workspace');
  const storage = useWorkspace((state) => state.storage);
  const [asked, setAsked] = useState(false);
  if (storage.status === 'opening') return <p>{t('body.opening')}</p>;
  if (storage.status === 'kept') return <p>{t('body.saved')}</p>;
  if (storage.status === 'memory') {
    return (
      <>
        <Notice tone="warning" title={localize(describeIssue(storage.issue), i18n.language)} />
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={workspaceKeeper.retry}
        >
          {t('retry')}
        </Button>
      </>
    );
  }
  return (
    <>
      <p>{t('body.following')}</p>
      <Button
        size="xs"
        loading={asked}
        leftSection={<IconArrowsExchange size={15} aria-hidden />}
        onClick={() => {
          setAsked(true);
          workspaceKeeper.takeOver();
        }}
      >
        {t('takeOver')}
      </Button>
    </>
  );
}

function OpenedNotice({ opened }: { opened: Opened | null }) {
  const { t, i18n } = useTranslation('workspace');
  if (opened?.status === 'refused') {
    return <Notice tone="danger" title={localize(describeIssue(opened.issue), i18n.language)} />;
  }
  if (opened?.status !== 'merged') return null;
  const { file, changed, identical } = opened;
  return (
    <Notice
      tone="quiet"
      title={changed > 0 ? t('merged', { file, count: changed, identical }) : t('nothingNew', { file })}
    />
  );
}

function StartOver({ changes, locked, onDone }: { changes: number; locked: boolean; onDone: () => void }) {
  const { t } = useTranslation('workspace');
  const [asking, setAsking] = useState(false);
  if (!asking || changes === 0) {
    return (
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        disabled={locked || changes === 0}
        leftSection={<IconRestore size={14} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('startOver')}
      </Button>
    );
  }
  return (
    <div className="storage-ask" role="alertdialog" aria-label={t('startOverDo')}>
      <p>{t('startOverAsk', { count: changes })}</p>
      <Button
        size="compact-xs"
        color="red"
        variant="light"
        onClick={() => {
          startOver();
          onDone();
        }}
      >
        {t('startOverDo')}
      </Button>
      <Button size="compact-xs" variant="subtle" onClick={() => setAsking(false)}>
        {t('cancel')}
      </Button>
    </div>
  );
}
