import { useTranslation } from 'react-i18next';
import type { DatasetKind } from '../../core/city/city-manifest.ts';
import type { Exposure } from '../../core/risk/exposure.ts';
import { selectCity } from '../../state/select-city.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { chooseRows } from './choose-rows.ts';
import type { LiveView } from './live-follower.ts';
import { type ExposureField, readFigure, tellDifference, tellFigure, WEIGHTS } from './tell-figure.ts';

type Measured = Extract<LiveView, { status: 'measured' }>;

const FIGURES = [
  'buildings',
  'peopleNight',
  'peopleDay',
  'footprintAreaSquareMeters',
  'floorAreaSquareMeters',
] as const satisfies readonly ExposureField[];

/** Figures that need a layer of their own; a city without it has no number, not zero. */
const LAYER_FIGURES = [
  ['facilities', 'facilities'],
  ['pipesMeters', 'pipes'],
] as const satisfies readonly (readonly [ExposureField, DatasetKind])[];

/** The numbers of one zone; a click on those that count buildings chooses them. */
export function LiveFigures({ view }: { view: Measured }) {
  const { t } = useTranslation('exposure');
  const datasets = useWorkspace((state) => selectCity(state)?.manifest.datasets);
  const { question, now, before } = view;
  const exposure = now.focus?.exposure;
  if (!exposure) return null;
  const former = before?.focus?.exposure ?? null;
  const holds = (kind: DatasetKind): boolean => datasets?.some((dataset) => dataset.kind === kind) ?? false;
  const absent = LAYER_FIGURES.filter(([, kind]) => !holds(kind));
  const choose = exposure.buildings > 0 ? () => void chooseRows(question, { zoneId: question.zoneId }, null) : null;
  return (
    <>
      <ul className="live-figures" aria-label={t('live.figures')}>
        {FIGURES.map((field) => (
          <Figure key={field} field={field} exposure={exposure} former={former} onSelect={choose} />
        ))}
        {LAYER_FIGURES.filter((figure) => !absent.includes(figure)).map(([field]) => (
          <Figure key={field} field={field} exposure={exposure} former={former} onSelect={null} />
        ))}
      </ul>
      <p className="live-unknown">
        <UnknownCounts view={view} exposure={exposure} />
        {absent.map(([field]) => (
          <span key={field} data-absent={field}>
            {t(`live.absent.${field}`)}
          </span>
        ))}
      </p>
    </>
  );
}

interface FigureProps {
  field: ExposureField;
  exposure: Exposure;
  /** As it was before the change; `null` while nothing has changed, and for a new zone. */
  former: Exposure | null;
  onSelect: (() => void) | null;
}

function Figure({ field, exposure, former, onSelect }: FigureProps) {
  const { t, i18n } = useTranslation('exposure');
  const value = readFigure(exposure, field);
  const was = former && readFigure(former, field);
  const difference = value !== null && was !== null ? tellDifference(field, value - was, i18n.language) : null;
  const content = (
    <>
      <span className="live-value" data-unknown={value === null}>
        {value === null ? t('allUnknown') : tellFigure(field, value, i18n.language)}
      </span>
      <span className="live-name">
        {t(`live.figure.${field}`)}
        {difference ? <b className="live-difference">{difference}</b> : null}
      </span>
    </>
  );
  return (
    <li data-figure={field}>
      {onSelect ? (
        <button type="button" className="live-figure" onClick={onSelect}>
          {content}
        </button>
      ) : (
        <span className="live-figure">{content}</span>
      )}
    </li>
  );
}

/** How many buildings have no value, by field; a click chooses them. */
function UnknownCounts({ view: { question }, exposure }: { view: Measured; exposure: Exposure }) {
  const { t } = useTranslation('exposure');
  const unknown = WEIGHTS.filter((weight) => (exposure.unknown[weight] ?? 0) > 0);
  // Where no building has a value the figure itself says so.
  const missing = unknown.filter((weight) => (exposure.unknown[weight] ?? 0) < exposure.buildings);
  if (unknown.length === 0) return <span>{t(exposure.buildings > 0 ? 'live.noneUnknown' : 'live.noBuildings')}</span>;
  return missing.map((weight) => (
    <button
      key={weight}
      type="button"
      className="number-link"
      data-unknown={weight}
      onClick={() => void chooseRows(question, { zoneId: question.zoneId }, { unknown: weight })}
    >
      {t(`live.unknown.${weight}`, { count: exposure.unknown[weight] ?? 0 })}
    </button>
  ));
}
