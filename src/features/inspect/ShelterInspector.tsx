import { IconHomeShield } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Shelter } from '../../core/evacuation/shelter.ts';
import { extentAround } from '../../core/geometry/extent-around.ts';
import { selectShelterFindings } from '../../state/select-shelter-findings.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PropertyList } from '../../ui/PropertyList.tsx';
import { Section } from '../../ui/Section.tsx';
import { describeShelter } from './describe-shelter.ts';
import { InspectorHead } from './InspectorHead.tsx';
import { ProvenanceSection } from './ProvenanceSection.tsx';
import { SourceAttributes } from './SourceAttributes.tsx';
import { ZoneLink } from './ZoneLink.tsx';

const FLIGHT_HALF_WIDTH_METERS = 200;

/** A shelter: what it is designated for, and the zones its place lies in. */
export function ShelterInspector({ city, shelter }: { city: OpenCity; shelter: Shelter }) {
  const { t, i18n } = useTranslation(['inspect', 'vocabulary']);
  const { id, name, address, dataset, source } = shelter.properties;
  const extent = extentAround(shelter.geometry.coordinates, FLIGHT_HALF_WIDTH_METERS);
  const finding = useMemo(() => selectShelterFindings(city).find((one) => one.shelterId === id), [city, id]);
  const zones = city.zones.filter((zone) => finding?.zoneIds.includes(zone.properties.id));
  return (
    <>
      <InspectorHead
        name={name ?? t('unnamed')}
        sub={address ?? id}
        icon={<IconHomeShield size={20} aria-hidden className="inspector-icon" />}
        extent={extent}
      />
      <Section title={t('shelter.findings')}>
        <div className="finding-list">
          {finding?.hazards.map((hazard) => {
            const zone = zones.find((one) => one.properties.id === hazard.zoneId);
            return (
              <Notice
                key={`${hazard.zoneId}/${hazard.hazard}`}
                tone={hazard.designation === 'notDesignated' ? 'danger' : 'quiet'}
                title={t('shelter.finding', {
                  hazard: t(`vocabulary:hazard.${hazard.hazard}`),
                  zone: zone?.properties.name ?? hazard.zoneId,
                  designation: t(`designation.${hazard.designation}`),
                })}
              />
            );
          })}
          {zones.length === 0 ? <p className="panel-note">{t('shelter.noFinding')}</p> : null}
        </div>
        <div className="zone-links">
          {zones.map((zone) => (
            <ZoneLink key={zone.properties.id} zone={zone} />
          ))}
        </div>
      </Section>
      <Section title={t('attributes')}>
        <PropertyList
          properties={describeShelter(shelter, { t, locale: i18n.language })}
          unknownText={t('vocabulary:unknown')}
        />
      </Section>
      <SourceAttributes source={source} />
      <ProvenanceSection dataset={city.manifest.datasets.find((entry) => entry.id === dataset)} city={city} />
    </>
  );
}
