import { useTranslation } from 'react-i18next';
import { StorageChip } from '../features/workspace/StorageChip.tsx';
import { selectCity } from '../state/select-city.ts';
import { useWorkspace } from '../state/workspace-store.ts';
import { CityMarks } from './CityMarks.tsx';
import { useProjection } from './use-projection.ts';

/** Cursor in both frames, height, tiles on their way, date of the data, map review. */
export function StatusBar() {
  const { t } = useTranslation('app');
  const city = useWorkspace(selectCity);
  const pending = useWorkspace((state) => Object.values(state.pendingTiles).reduce((sum, count) => sum + count, 0));
  const manifest = city?.manifest;
  return (
    <footer className="status-bar">
      {manifest ? <CursorReadout projectCrs={manifest.projectCrs} /> : <span />}
      <span className="status-end">
        {manifest ? <StorageChip /> : null}
        {manifest ? (
          <span data-tiles={pending}>{pending > 0 ? t('bar.tiles', { count: pending }) : t('bar.tilesReady')}</span>
        ) : null}
        {manifest ? <CityMarks manifest={manifest} /> : null}
      </span>
    </footer>
  );
}

function CursorReadout({ projectCrs }: { projectCrs: string }) {
  const { t } = useTranslation('app');
  const cursor = useWorkspace((state) => state.cursor);
  const projection = useProjection(projectCrs, cursor !== null);
  if (!cursor) return <span className="status-cursor">{t('bar.noCursor')}</span>;
  const projected = projection?.fromLonLat(cursor.lon, cursor.lat);
  return (
    <span className="status-cursor">
      {projected ? (
        <span>
          {projectCrs} <b>{projected[0].toFixed(1)}</b>, <b>{projected[1].toFixed(1)}</b>
        </span>
      ) : null}
      <span className="status-lonlat">
        {cursor.lon.toFixed(6)}°, {cursor.lat.toFixed(6)}°
      </span>
      <span>
        {t('bar.height')} {cursor.ellipsoidalHeightMeters.toFixed(1)} m{' '}
        <span className="status-datum">({t('bar.ellipsoidal')})</span>
      </span>
    </span>
  );
}
