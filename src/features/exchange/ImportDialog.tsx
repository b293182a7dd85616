import { Button, Loader, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityManifest } from '../../core/city/city-manifest.ts';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import type { SettledImport } from '../../core/zones/exchange/settle-imported-ids.ts';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ImportDone } from './ImportDone.tsx';
import { ImportForm } from './ImportForm.tsx';
import { useZoneSource } from './use-zone-source.ts';
import './exchange.css';

interface ImportDialogProps {
  files: File[];
  onClose: () => void;
}

/** Asks how the files of a user become zones of the open city. */
export function ImportDialog({ files, onClose }: ImportDialogProps) {
  const { t } = useTranslation('exchange');
  const manifest = useWorkspace((state) => selectCity(state)?.manifest ?? null);
  return (
    <Modal
      opened
      onClose={onClose}
      size={920}
      centered
      lockScroll={false}
      title={t(files.length > 1 ? 'import.titleMany' : 'import.title', {
        file: files[0]?.name ?? '',
        count: files.length,
      })}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ body: 'exchange-body' }}
    >
      {manifest ? <ImportSteps files={files} manifest={manifest} onClose={onClose} /> : null}
    </Modal>
  );
}

function ImportSteps({ files, manifest, onClose }: ImportDialogProps & { manifest: CityManifest }) {
  const { t, i18n } = useTranslation('exchange');
  const run = useZoneSource(files, manifest);
  const [done, setDone] = useState<SettledImport | null>(null);
  if (done) return <ImportDone settled={done} onClose={onClose} />;
  if (run.status === 'ready') {
    return (
      <ImportForm source={run.source} client={run.client} manifest={manifest} onDone={setDone} onCancel={onClose} />
    );
  }
  return (
    <>
      {run.status === 'reading' ? (
        <p className="exchange-reading" role="status">
          <Loader size="sm" /> {t('import.reading')}
        </p>
      ) : (
        <Notice tone="danger" title={localize(describeIssue(run.issue), i18n.language)} />
      )}
      <div className="exchange-end">
        <Button size="xs" variant="subtle" onClick={onClose}>
          {run.status === 'reading' ? t('cancel') : t('close')}
        </Button>
      </div>
    </>
  );
}
