import { useTranslation } from 'react-i18next';
import type { CityManifest, DatasetKind } from '../../core/city/city-manifest.ts';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { chooseRows } from './choose-rows.ts';
import type { LiveView } from './live-follower.ts';
import { type ExposureField, readFigure, tellDifference, tellFigure, WEIGHTS } from './tell-figure.ts';

const FIGURES = [
  'buildings',
  'peopleNight',
  'peopleDay',
  'footprintAreaSquareMeters',
  'floorAreaSquareMeters',
  'facilities',
  'pipesMeters',
] as const satisfies readonly ExposureField[];

/** Figures that need a layer of their own; a city without it has no number, not zero. */
const LAYER_OF_FIGURE: Partial<Record<ExposureField, DatasetKind>> = { facilities: 'facilities', pipesMeters: 'pipes' };

const holds = (manifest: CityManifest | undefined, kind: DatasetKind): boolean =>
  manifest?.datasets.some((dataset) => dataset.kind === kind) ?? false;

/** The numbers of one zone; a click on those that count buildings chooses them. */
export function LiveFigures({ view }: { view: Extract<LiveView, { status: 'measured' }> }) {
  const { t, i18n } = useTranslation('exposure');
  const manifest = useWorkspace((state) => selectCity(state)?.manifest);
  const { question, now, before } = view;
  const pick = { zoneId: question.zoneId };
  const exposure = now.focus?.exposure;
  if (!exposure) return null;
  const former = before?.focus?.exposure;
  const missing = WEIGHTS.map((weight) => ({ weight, count: exposure.unknown[weight] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
  return (
    <>
      <ul className="live-figures" aria-label={t('live.figures')}>
        {FIGURES.map((field) => {
          const layer = LAYER_OF_FIGURE[field];
          const isAbsent = layer !== undefined && !holds(manifest, layer);
          const value = isAbsent ? null : readFigure(exposure, field);
          const was = former && !isAbsent ? readFigure(former, field) : null;
          const difference = value !== null && was !== null ? tellDifference(field, value - was, i18n.language) : null;
          const figure = (
            <>
              <span className="live-value" data-unknown={value === null}>
                {value === null ? t(isAbsent ? 'live.noLayer' : 'allUnknown') : tellFigure(field, value, i18n.language)}
              </span>
              <span className="live-name">
                {t(`live.figure.${field}`)}
                {difference ? <b className="live-difference">{difference}</b> : null}
              </span>
            </>
          );
          return (
            <li key={field} data-figure={field}>
              {layer === undefined && exposure.buildings > 0 ? (
                <button type="button" className="live-figure" onClick={() => void chooseRows(question, pick, null)}>
                  {figure}
                </button>
              ) : (
                <span className="live-figure">{figure}</span>
              )}
            </li>
          );
        })}
      </ul>
      <p className="live-unknown">
        {missing.length === 0
          ? t(exposure.buildings > 0 ? 'live.noneUnknown' : 'live.noBuildings')
          : missing.map(({ weight, count }) => (
              <button
                key={weight}
                type="button"
                className="number-link"
                data-unknown={weight}
                onClick={() => void chooseRows(question, pick, { unknown: weight })}
              >
                {t(`live.unknown.${weight}`, { count })}
              </button>
            ))}
      </p>
    </>
  );
}
