import type { TFunction } from 'i18next';
import type { Zone } from '../../core/zones/zone.ts';
import type { Property } from '../../ui/PropertyList.tsx';

interface Telling {
  t: TFunction<['inspect', 'vocabulary']>;
  locale: string;
}

/** What a zone states of itself; what it does not state is left unknown. */
export function describeZone(zone: Zone, { t, locale }: Telling): Property[] {
  const zoneProperties = zone.properties;
  const { intensity, returnPeriodYears, requirements, validFrom, validTo, status } = zoneProperties;
  return [
    { key: 'level', label: t('zone.level'), value: t(`vocabulary:level.${zoneProperties.level ?? 'unrated'}`) },
    { key: 'hazard', label: t('zone.hazard'), value: t(`vocabulary:hazard.${zoneProperties.hazard}`) },
    {
      key: 'intensity',
      label: t('zone.intensity'),
      value: intensity ? `${new Intl.NumberFormat(locale).format(intensity.value)} ${intensity.unit}` : null,
    },
    {
      key: 'returnPeriod',
      label: t('zone.returnPeriod'),
      value: returnPeriodYears ? t('zone.years', { years: returnPeriodYears }) : null,
    },
    { key: 'strategy', label: t('zone.strategy'), value: zoneProperties.strategy ?? null },
    {
      key: 'requirements',
      label: t('zone.requirements'),
      value: requirements?.length ? requirements.map((line) => `• ${line}`).join('\n') : null,
    },
    { key: 'responsible', label: t('zone.responsible'), value: zoneProperties.responsible ?? null },
    {
      key: 'valid',
      label: t('zone.valid'),
      value: validFrom || validTo ? `${validFrom ?? '…'} – ${validTo ?? '…'}` : null,
    },
    { key: 'status', label: t('zone.status'), value: status ? t(`vocabulary:status.${status}`) : null },
    { key: 'reviewer', label: t('zone.reviewer'), value: zoneProperties.reviewer ?? null },
    { key: 'note', label: t('zone.note'), value: zoneProperties.note ?? null },
  ];
}
