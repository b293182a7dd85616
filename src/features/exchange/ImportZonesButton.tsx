import { FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { selectImportBar } from './import-bar.ts';

const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog.tsx')).ImportDialog }));

const ACCEPTED =
  '.geojson,.json,.geojsonl,.ndjson,.shp,.dbf,.prj,.cpg,.shx,.zip,.gpkg,.kml,.kmz,application/geo+json,application/zip';

/** Brings zones in from a file: chooses it, then asks in a dialog how it is meant. */
export function ImportZonesButton() {
  const { t } = useTranslation('exchange');
  const bar = useWorkspace(selectImportBar);
  const [files, setFiles] = useState<File[] | null>(null);
  return (
    <>
      <FileButton multiple accept={ACCEPTED} onChange={(chosen) => chosen.length > 0 && setFiles(chosen)}>
        {({ onClick }) => (
          <IconButton
            label={t('import.open')}
            icon={<IconFileImport size={18} />}
            barred={bar ? t(`bar.${bar}`) : null}
            onClick={onClick}
          />
        )}
      </FileButton>
      {files ? (
        <Suspense>
          <ImportDialog files={files} onClose={() => setFiles(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
