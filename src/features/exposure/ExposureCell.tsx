import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exposure } from '../../core/risk/exposure.ts';
import type { BuildingFilter } from '../../core/risk/live-exposure.ts';
import { formatAreaNumber } from '../../core/units/format.ts';
import { type ExposureField, readFigure, tellFigure, weightOf } from './tell-figure.ts';

interface ExposureCellProps {
  exposure: Exposure;
  field: ExposureField;
  areaUnit: 'm²' | 'hm²';
  /** Chooses the buildings behind the number; absent while the number is not that of the zones as they are. */
  onSelect?: ((where: BuildingFilter | null) => void) | undefined;
}

/** One number with how many buildings had no value; when none had one, the number itself is unknown. */
export function ExposureCell({ exposure, field, areaUnit, onSelect }: ExposureCellProps) {
  const { t, i18n } = useTranslation('exposure');
  const value = readFigure(exposure, field);
  const weight = weightOf(field);
  const unknown = weight === null ? 0 : (exposure.unknown[weight] ?? 0);
  // Facilities and pipes are no rows of the building table.
  const isOfBuildings = field !== 'facilities' && field !== 'pipesMeters';
  const choose = exposure.buildings > 0 && isOfBuildings ? onSelect : undefined;
  const tell = (figure: number): string =>
    field.endsWith('SquareMeters')
      ? formatAreaNumber(figure, i18n.language, areaUnit)
      : tellFigure(field, figure, i18n.language);
  return (
    <td className="number" data-field={field}>
      <Chosen onSelect={choose && (() => choose(null))}>
        {value === null ? <span className="unknown-value">{t('allUnknown')}</span> : tell(value)}
      </Chosen>
      {unknown > 0 && value !== null && weight !== null ? (
        <span className="unknown">
          <Chosen onSelect={choose && (() => choose({ unknown: weight }))}>{t('unknown', { count: unknown })}</Chosen>
        </span>
      ) : null}
    </td>
  );
}

function Chosen({ onSelect, children }: { onSelect: (() => void) | undefined; children: ReactNode }) {
  if (!onSelect) return children;
  return (
    <button type="button" className="number-link" onClick={onSelect}>
      {children}
    </button>
  );
}
