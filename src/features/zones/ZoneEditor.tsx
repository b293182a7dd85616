import { IconArrowLeft, IconFocusCentered, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { levelStyle } from '../../core/style/level-style.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { zoneExtent } from '../../core/zones/zone-extent.ts';
import { happened } from '../../state/happened.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { HatchSwatch } from '../../ui/HatchSwatch.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Section } from '../../ui/Section.tsx';
import { BasicFields } from './BasicFields.tsx';
import { ManagementFields } from './ManagementFields.tsx';
import { PlanningFields } from './PlanningFields.tsx';
import { StatusSection } from './StatusSection.tsx';
import { VersionsSection } from './VersionsSection.tsx';

/** A zone as planning object: what it is, what it asks for, who answers for it, its review and its versions. */
export function ZoneEditor({ zone }: { zone: Zone }) {
  const { t } = useTranslation(['zones', 'vocabulary']);
  const following = useWorkspace((state) => state.storage.status === 'following');
  const { name, level, hazard, status } = zone.properties;
  const approved = status === 'approved';
  const locked = following || approved;
  const { fill, hatch } = levelStyle(level);
  return (
    <div className="zone-editor">
      <header className="inspector-head">
        <IconButton label={t('back')} icon={<IconArrowLeft size={17} />} onClick={() => happened.featurePicked(null)} />
        <HatchSwatch fill={fill} hatch={hatch} width={26} height={18} />
        <div className="list-words">
          <h2 title={name ?? t('unnamed')}>{name ?? t('unnamed')}</h2>
          <span className="sub">
            {t(`vocabulary:level.${level ?? 'unrated'}`)} · {t(`vocabulary:hazard.${hazard}`)}
          </span>
        </div>
        <IconButton
          label={t('flyTo')}
          icon={<IconFocusCentered size={17} />}
          onClick={() => happened.flightAsked({ extent: zoneExtent(zone) })}
        />
      </header>
      {locked ? (
        <p className="zone-locked">
          <IconLock size={14} aria-hidden />
          {t(following ? 'bar.following' : 'bar.approved')}
        </p>
      ) : null}
      <StatusSection key={status} zone={zone} following={following} />
      <Section title={t('section.basic')}>
        <div className="zone-fields">
          <BasicFields zone={zone} locked={locked} />
        </div>
      </Section>
      <PlanningFields zone={zone} locked={locked} />
      <ManagementFields zone={zone} locked={locked} />
      <VersionsSection zone={zone} locked={locked} following={following} />
    </div>
  );
}
