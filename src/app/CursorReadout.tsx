import { useTranslation } from 'react-i18next';
import { utmCodeOf } from '../core/crs/utm-code.ts';
import { formatDegrees } from '../core/units/format-degrees.ts';
import { happened } from '../state/happened.ts';
import type { OpenCity, Readout } from '../state/workspace.ts';
import { READOUTS } from '../state/workspace.ts';
import { useWorkspace } from '../state/workspace-store.ts';
import { useProjection } from './use-projection.ts';

/** Where the pointer is, in the coordinate system that was chosen, and how high. */
export function CursorReadout({ city: { manifest } }: { city: OpenCity }) {
  const { t } = useTranslation('app');
  const cursor = useWorkspace((state) => state.cursor);
  const readout = useWorkspace((state) => state.readout);
  const [west, south, east, north] = manifest.extent;
  const utm = utmCodeOf((west + east) / 2, (south + north) / 2);
  const planar = readout === 'utm' ? utm : manifest.projectCrs;
  const isPlanar = readout === 'project' || readout === 'utm';
  const projection = useProjection(planar, cursor !== null && isPlanar);
  const projected = isPlanar && cursor ? projection?.fromLonLat(cursor.lon, cursor.lat) : undefined;
  const codes: Record<Readout, string> = { project: manifest.projectCrs, utm, degrees: '', dms: '' };
  return (
    <span className="status-cursor">
      <select
        className="status-crs"
        aria-label={t('readout.label')}
        title={t('readout.label')}
        value={readout}
        onChange={({ currentTarget }) => {
          const chosen = READOUTS.find((known) => known === currentTarget.value);
          if (chosen) happened.readoutChosen(chosen);
          currentTarget.blur();
        }}
      >
        {READOUTS.map((known) => (
          <option key={known} value={known}>
            {t(`readout.${known}`, { crs: codes[known] })}
          </option>
        ))}
      </select>
      {cursor ? (
        <>
          {projected ? (
            <span>
              E <b>{projected[0].toFixed(1)}</b> N <b>{projected[1].toFixed(1)}</b>
            </span>
          ) : null}
          {readout === 'dms' ? (
            <b>
              {formatDegrees(cursor.lon, 'longitude')} {formatDegrees(cursor.lat, 'latitude')}
            </b>
          ) : (
            <span className={isPlanar ? 'status-lonlat' : undefined}>
              {cursor.lon.toFixed(6)}°, {cursor.lat.toFixed(6)}°
            </span>
          )}
          <span className="status-height">
            {t('bar.height')} {cursor.ellipsoidalHeightMeters.toFixed(1)} m{' '}
            <span className="status-datum">({t('bar.ellipsoidal')})</span>
          </span>
        </>
      ) : (
        <span className="status-off">{t('bar.noCursor')}</span>
      )}
    </span>
  );
}
