import type { TFunction } from 'i18next';
import { SHELTER_HAZARDS } from '../../core/city/hazard.ts';
import type { Shelter } from '../../core/evacuation/shelter.ts';
import { formatArea, formatPeople } from '../../core/units/format.ts';
import type { Property } from '../../ui/PropertyList.tsx';

interface Telling {
  t: TFunction<['inspect', 'vocabulary']>;
  locale: string;
}

/** What a shelter states of itself, then one line per hazard it may be designated for. */
export function describeShelter(shelter: Shelter, { t, locale }: Telling): Property[] {
  const { address, shelterClass, capacityPeople, areaSquareMeters, hazards } = shelter.properties;
  return [
    { key: 'address', label: t('vocabulary:attribute.address'), value: address },
    {
      key: 'class',
      label: t('shelter.class'),
      value: shelterClass ? t(`vocabulary:shelterClass.${shelterClass}`) : null,
    },
    {
      key: 'capacity',
      label: t('shelter.capacity'),
      value: capacityPeople === null ? null : formatPeople(capacityPeople, locale),
    },
    {
      key: 'area',
      label: t('shelter.area'),
      value: areaSquareMeters === null ? null : formatArea(areaSquareMeters, locale),
    },
    ...SHELTER_HAZARDS.map((hazard): Property => {
      const flag = hazards[hazard];
      return {
        key: hazard,
        label: t(`vocabulary:hazard.${hazard}`),
        value: flag === null ? null : flag ? t('shelter.designated') : t('shelter.notDesignated'),
      };
    }),
  ];
}
