import { useTranslation } from 'react-i18next';
import type { Exposure } from '../../core/risk/exposure.ts';
import { formatAreaNumber, formatCount, formatPeople } from '../../core/units/format.ts';

export type ExposureField =
  | 'buildings'
  | 'footprintAreaSquareMeters'
  | 'floorAreaSquareMeters'
  | 'peopleDay'
  | 'peopleNight';

const UNKNOWN_NAMES: Partial<Record<ExposureField, string>> = {
  footprintAreaSquareMeters: 'footprintArea',
  floorAreaSquareMeters: 'floorArea',
  peopleDay: 'peopleDay',
  peopleNight: 'peopleNight',
};

interface ExposureCellProps {
  exposure: Exposure;
  field: ExposureField;
  areaUnit: 'm²' | 'hm²';
}

/** One number with how many buildings had no value; when none had one, the number itself is unknown. */
export function ExposureCell({ exposure, field, areaUnit }: ExposureCellProps) {
  const { t, i18n } = useTranslation('exposure');
  const value = exposure[field];
  const unknown = exposure.unknown[UNKNOWN_NAMES[field] ?? ''] ?? 0;
  const allUnknown = unknown > 0 && unknown >= exposure.buildings;
  const text =
    field === 'buildings'
      ? formatCount(value, i18n.language)
      : field.startsWith('people')
        ? formatPeople(value, i18n.language)
        : formatAreaNumber(value, i18n.language, areaUnit);
  return (
    <td className="number">
      {allUnknown ? <span className="unknown-value">{t('allUnknown')}</span> : text}
      {unknown > 0 && !allUnknown ? <span className="unknown">{t('unknown', { count: unknown })}</span> : null}
    </td>
  );
}
