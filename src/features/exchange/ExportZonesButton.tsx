import { IconFileExport } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';

const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }));

/** Writes the zones of the open city, or the selected one, as a file. */
export function ExportZonesButton() {
  const { t } = useTranslation('exchange');
  const bar = useWorkspace((state) => (selectCity(state)?.zones.length ? null : 'noZones'));
  const [opened, setOpened] = useState(false);
  return (
    <>
      <IconButton
        label={t('export.open')}
        icon={<IconFileExport size={18} />}
        barred={bar ? t(`bar.${bar}`) : null}
        onClick={() => setOpened(true)}
      />
      {opened ? (
        <Suspense>
          <ExportDialog onClose={() => setOpened(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
