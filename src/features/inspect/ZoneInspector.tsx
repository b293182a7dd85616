import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { levelStyle } from '../../core/style/level-style.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { zoneExtent } from '../../core/zones/zone-extent.ts';
import { selectShelterFindings } from '../../state/select-shelter-findings.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { HatchSwatch } from '../../ui/HatchSwatch.tsx';
import { PropertyList } from '../../ui/PropertyList.tsx';
import { Section } from '../../ui/Section.tsx';
import { describeZone } from './describe-zone.ts';
import { InspectorHead } from './InspectorHead.tsx';
import { ProvenanceSection } from './ProvenanceSection.tsx';
import { ShelterLink } from './ShelterLink.tsx';
import { SourceAttributes } from './SourceAttributes.tsx';

/** What a risk zone says: level, hazard, strategy, requirements; the shelters inside it. */
export function ZoneInspector({ city, zone }: { city: OpenCity; zone: Zone }) {
  const { t, i18n } = useTranslation(['inspect', 'vocabulary']);
  const { id, name, level, hazard, dataset } = zone.properties;
  const { fill, hatch } = levelStyle(level);
  const inside = useMemo(() => {
    const findings = selectShelterFindings(city).filter((finding) => finding.zoneIds.includes(id));
    return findings.flatMap((finding) => {
      const shelter = city.shelters.find((one) => one.properties.id === finding.shelterId);
      return shelter ? [{ shelter, flagged: finding.flagged }] : [];
    });
  }, [city, id]);
  return (
    <>
      <InspectorHead
        name={name ?? t('unnamed')}
        sub={`${t(`vocabulary:level.${level ?? 'unrated'}`)} · ${t(`vocabulary:hazard.${hazard}`)}`}
        icon={<HatchSwatch fill={fill} hatch={hatch} width={26} height={18} />}
        extent={zoneExtent(zone)}
      />
      <Section title={t('attributes')}>
        <PropertyList
          properties={describeZone(zone, { t, locale: i18n.language })}
          unknownText={t('vocabulary:unknown')}
        />
      </Section>
      {inside.length > 0 ? (
        <Section title={t('zone.inside')} aside={inside.length}>
          <div className="zone-links">
            {inside.map(({ shelter, flagged }) => (
              <ShelterLink key={shelter.properties.id} shelter={shelter} flagged={flagged} />
            ))}
          </div>
        </Section>
      ) : null}
      <SourceAttributes source={zone.properties.source} />
      <ProvenanceSection dataset={city.manifest.datasets.find((entry) => entry.id === dataset)} city={city} />
    </>
  );
}
