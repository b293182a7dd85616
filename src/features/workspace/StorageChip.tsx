import { Popover } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconDeviceFloppy, IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Storage } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Popup } from '../../ui/Popup.tsx';
import './workspace.css';

const StoragePanel = lazy(() => import('./StoragePanel.tsx').then((module) => ({ default: module.StoragePanel })));
const ConflictDialog = lazy(() =>
  import('./ConflictDialog.tsx').then((module) => ({ default: module.ConflictDialog })),
);

const TONES = { opening: 'quiet', kept: 'good', following: 'accent', memory: 'warning' } as const;

/** Says where the edits are kept; a click opens what can be done with them. */
export function StorageChip() {
  const { t } = useTranslation('workspace');
  const storage = useWorkspace((state) => state.storage);
  const offer = useWorkspace((state) => state.merge);
  const [opened, setOpened] = useState(false);
  const [putAside, setPutAside] = useState<object | null>(null);
  const waiting = offer?.origin.kind === 'package' ? offer.merge.conflicts.length : 0;
  const comparing = offer !== null && offer.merge.conflicts.length > 0 && offer !== putAside;
  return (
    <>
      <Popup opened={opened} onChange={setOpened} width={320} position="top-end" returnFocus>
        <Popover.Target>
          <button
            type="button"
            className="chip storage-chip"
            data-status={storage.status}
            data-pending={storage.status === 'kept' ? storage.pending : undefined}
            data-tone={waiting > 0 ? 'warning' : TONES[storage.status]}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <StatusIcon storage={storage} />
            {storage.status === 'kept' && waiting > 0 ? (
              t('chip.conflicts', { count: waiting })
            ) : (
              <StatusWords storage={storage} />
            )}
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('title')}>
          {opened ? (
            <Suspense fallback={null}>
              <StoragePanel onCompare={() => setPutAside(null)} onClose={() => setOpened(false)} />
            </Suspense>
          ) : null}
        </Popover.Dropdown>
      </Popup>
      {comparing ? (
        <Suspense fallback={null}>
          <ConflictDialog offer={offer} onLater={() => setPutAside(offer)} />
        </Suspense>
      ) : null}
    </>
  );
}

function StatusIcon({ storage }: { storage: Storage }) {
  if (storage.status === 'memory') return <IconAlertTriangle size={13} aria-hidden />;
  if (storage.status === 'following') return <IconLock size={13} aria-hidden />;
  if (storage.status === 'kept' && storage.pending === 0) return <IconCircleCheck size={13} aria-hidden />;
  return <IconDeviceFloppy size={13} aria-hidden />;
}

function StatusWords({ storage }: { storage: Storage }) {
  const { t } = useTranslation('workspace');
  if (storage.status !== 'kept') return <span role="status">{t(`chip.${storage.status}`)}</span>;
  // Announced only where it changes what the user may rely on, not at every step.
  return <span>{storage.pending > 0 ? t('chip.saving', { count: storage.pending }) : t('chip.saved')}</span>;
}
