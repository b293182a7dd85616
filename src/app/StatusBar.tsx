import { useTranslation } from 'react-i18next';
import { scaleDenominator } from '../core/geometry/view-scale.ts';
import { formatCount } from '../core/units/format.ts';
import { StorageChip } from '../features/workspace/StorageChip.tsx';
import { selectCity } from '../state/select-city.ts';
import { useWorkspace } from '../state/workspace-store.ts';
import { CityMarks } from './CityMarks.tsx';
import { CursorReadout } from './CursorReadout.tsx';
import { JobProgress } from './JobProgress.tsx';

/** Cursor in the chosen system, scale, jobs and tiles on their way, date of the data, map review. */
export function StatusBar() {
  const { t } = useTranslation('app');
  const city = useWorkspace(selectCity);
  const tiles = useWorkspace((state) => Object.values(state.pendingTiles).reduce((sum, count) => sum + count, 0));
  const ground = useWorkspace((state) => state.pendingGround);
  const pending = tiles + ground;
  if (!city) return <footer className="status-bar" />;
  return (
    <footer className="status-bar">
      <CursorReadout city={city} />
      <span className="status-end">
        <ViewScale />
        <JobProgress />
        <StorageChip />
        <span data-tiles={tiles} data-ground={ground}>
          {pending > 0 ? t('bar.tiles', { count: pending }) : t('bar.tilesReady')}
        </span>
        <CityMarks manifest={city.manifest} />
      </span>
    </footer>
  );
}

/** Scale in the middle of the view, as on paper. */
function ViewScale() {
  const { t, i18n } = useTranslation('app');
  const resolution = useWorkspace((state) => state.groundMetersPerPixel);
  if (resolution === null) return null;
  return (
    <span className="status-scale" title={t('bar.scaleBasis')}>
      1 : {formatCount(scaleDenominator(resolution), i18n.language)}
    </span>
  );
}
