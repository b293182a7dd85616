import type { TFunction } from 'i18next';
import type { ZoneField } from '../../core/zones/list-zone-differences.ts';
import type { Zone } from '../../core/zones/zone.ts';

/** A field of a zone as one line of text in the reader's language; `null` for the outline and for what is not stated. */
export function tellZoneField(
  { properties }: Zone,
  field: ZoneField,
  t: TFunction<['zones', 'vocabulary']>,
  locale: string,
): string | null {
  switch (field) {
    case 'shape':
      return null;
    case 'hazard':
      return t(`vocabulary:hazard.${properties.hazard}`);
    case 'level':
      return t(`vocabulary:level.${properties.level ?? 'unrated'}`);
    case 'status':
      return t(`vocabulary:status.${properties.status ?? 'draft'}`);
    case 'intensity':
      return properties.intensity
        ? `${new Intl.NumberFormat(locale).format(properties.intensity.value)} ${properties.intensity.unit}`
        : null;
    case 'requirements':
      return properties.requirements?.join(t('listSeparator')) || null;
    case 'returnPeriodYears':
      return properties.returnPeriodYears === undefined ? null : String(properties.returnPeriodYears);
    default:
      return properties[field] || null;
  }
}
