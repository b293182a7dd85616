import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestShelters } from '../../core/evacuation/nearest-shelters.ts';
import { formatLength } from '../../core/units/format.ts';
import { selectShelterFindings } from '../../state/select-shelter-findings.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { Section } from '../../ui/Section.tsx';
import { ShelterLink } from './ShelterLink.tsx';

const SHOWN = 3;

/** The nearest shelters as the crow flies. */
export function NearShelters({ city, lon, lat }: { city: OpenCity; lon: number; lat: number }) {
  const { t, i18n } = useTranslation('inspect');
  const near = useMemo(() => nearestShelters(city.shelters, [lon, lat], SHOWN), [city.shelters, lon, lat]);
  const flagged = useMemo(
    () =>
      new Set(
        selectShelterFindings(city)
          .filter((finding) => finding.flagged)
          .map((finding) => finding.shelterId),
      ),
    [city],
  );
  return (
    <Section title={t('nearShelters')} aside={near.length > 0 ? t('straightLine') : null}>
      {near.length === 0 ? <p className="panel-note">{t('nearSheltersNone')}</p> : null}
      <div className="zone-links">
        {near.map(({ shelter, distanceMeters }) => (
          <ShelterLink
            key={shelter.properties.id}
            shelter={shelter}
            flagged={flagged.has(shelter.properties.id)}
            aside={formatLength(distanceMeters, i18n.language)}
          />
        ))}
      </div>
    </Section>
  );
}
