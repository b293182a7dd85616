import { IconFileImport } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../state/workspace-store.ts';
import { selectImportBar } from './import-bar.ts';
import './exchange.css';

const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog.tsx')).ImportDialog }));

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the page; a browser would otherwise leave the page for them. */
export function ZoneFileDrop() {
  const { t } = useTranslation('exchange');
  const bar = useWorkspace(selectImportBar);
  const [over, setOver] = useState(false);
  const [files, setFiles] = useState<File[] | null>(null);
  const busy = files !== null;
  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = bar || busy ? 'none' : 'copy';
      setOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      // Leaving one element for another inside the page is no leaving.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const dropped = [...(event.dataTransfer?.files ?? [])];
      if (!bar && !busy && dropped.length > 0) setFiles(dropped);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [bar, busy]);
  return (
    <>
      {over && !busy ? (
        <div className="zone-drop" data-barred={bar !== null}>
          <p>
            <IconFileImport size={28} aria-hidden />
            {bar ? t(`bar.${bar}`) : t('import.drop')}
          </p>
        </div>
      ) : null}
      {files ? (
        <Suspense>
          <ImportDialog files={files} onClose={() => setFiles(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
