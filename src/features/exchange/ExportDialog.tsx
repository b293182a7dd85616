import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../core/city/issue.ts';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { findCrs } from '../../core/crs/crs-registry.ts';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { WorkerClient } from '../../workers/client.ts';
import { saveFile } from '../save-file.ts';
import { startExchangeWorker } from './exchange-worker.ts';
import './exchange.css';

const FORMATS = {
  geojson: { ending: 'geojson', type: 'application/geo+json' },
  shapefile: { ending: 'shp.zip', type: 'application/zip' },
  geopackage: { ending: 'gpkg', type: 'application/geopackage+sqlite3' },
  kml: { ending: 'kml', type: 'application/vnd.google-earth.kml+xml' },
} as const;
type Format = keyof typeof FORMATS;
const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

type Written =
  | { status: 'done'; file: string; cut: { column: string; count: number }[] }
  | { status: 'failed'; issue: Issue };

/** Asks for format, coordinate system and which zones, and hands the file over. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation('exchange');
  const city = useWorkspace(selectCity);
  const selectedId = useWorkspace((state) => (state.selection?.kind === 'zone' ? state.selection.id : null));
  const [format, setFormat] = useState<Format>('geojson');
  const [scope, setScope] = useState<'all' | 'selected'>('all');
  const [crs, setCrs] = useState('EPSG:4326');
  const [running, setRunning] = useState(false);
  const [written, setWritten] = useState<Written | null>(null);
  const client = useRef<WorkerClient | null>(null);
  useEffect(() => () => client.current?.dispose(), []);
  if (!city) return null;
  const { manifest } = city;
  const isFixed = format === 'geojson' || format === 'kml';
  const zones = scope === 'selected' ? city.zones.filter(({ properties }) => properties.id === selectedId) : city.zones;
  const systems = [...new Set(['EPSG:4326', 'EPSG:4490', manifest.projectCrs])];
  const write = async (): Promise<void> => {
    setRunning(true);
    setWritten(null);
    client.current ??= startExchangeWorker();
    const title = localize(manifest.name, i18n.language);
    const answer = await client.current.request('writeZones', {
      format,
      crs: isFixed ? 'EPSG:4326' : crs,
      title,
      zones,
    });
    setRunning(false);
    if (!answer.ok) {
      setWritten({ status: 'failed', issue: answer.issue });
      return;
    }
    const file = `${manifest.id}-zones.${FORMATS[format].ending}`;
    saveFile(file, answer.value.bytes, FORMATS[format].type);
    setWritten({ status: 'done', file, cut: answer.value.cut });
  };
  return (
    <Dialog opened title={t('export.title')} closeLabel={t('close')} onClose={onClose}>
      <form
        className="exchange-form"
        onSubmit={(event) => {
          event.preventDefault();
          void write();
        }}
      >
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('export.format')}
          data={FORMAT_NAMES.map((value) => ({ value, label: t(`format.${value}`) }))}
          value={format}
          onChange={setFormat}
        />
        <p className="panel-note">{t(`export.about.${format}`)}</p>
        {selectedId !== null ? (
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('export.scope')}
            data={(['all', 'selected'] as const).map((value) => ({
              value,
              label: t(`export.${value}`, { count: city.zones.length }),
            }))}
            value={scope}
            onChange={setScope}
          />
        ) : null}
        <Select
          size="xs"
          label={t('crs.label')}
          allowDeselect={false}
          disabled={isFixed}
          {...(isFixed ? { description: t('export.fixed') } : {})}
          data={systems.map((code) => ({ value: code, label: `${code} ${findCrs(code)?.name ?? ''}` }))}
          value={isFixed ? 'EPSG:4326' : crs}
          onChange={(value) => value && setCrs(value)}
        />
        <WrittenNotice written={written} />
        <div className="exchange-end">
          <Button size="xs" variant="subtle" onClick={onClose}>
            {t('close')}
          </Button>
          <Button size="xs" type="submit" loading={running} leftSection={<IconDownload size={15} aria-hidden />}>
            {t('export.do', { count: zones.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function WrittenNotice({ written }: { written: Written | null }) {
  const { t, i18n } = useTranslation('exchange');
  if (!written) return null;
  if (written.status === 'failed') {
    return <Notice tone="danger" title={localize(describeIssue(written.issue), i18n.language)} />;
  }
  return (
    <>
      <Notice tone="quiet" title={t('export.done', { file: written.file })} />
      {written.cut.map(({ column, count }) => (
        <Notice key={column} tone="warning" title={t('export.cut', { column, count })} />
      ))}
    </>
  );
}
