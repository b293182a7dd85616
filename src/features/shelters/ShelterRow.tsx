import { IconAlertTriangleFilled, IconHomeShield } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ShelterFinding } from '../../core/evacuation/check-shelters.ts';
import type { Shelter } from '../../core/evacuation/shelter.ts';
import { extentAround } from '../../core/geometry/extent-around.ts';
import { happened } from '../../state/happened.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { ListRow } from '../../ui/ListRow.tsx';

export interface CheckedShelter {
  shelter: Shelter;
  finding: ShelterFinding | null;
}

const FLIGHT_HALF_WIDTH_METERS = 200;

/** One shelter of the list; a double click flies there. */
export function ShelterRow({ entry: { shelter, finding } }: { entry: CheckedShelter }) {
  const { t } = useTranslation(['shelters', 'vocabulary']);
  const { id, name, address } = shelter.properties;
  const current = useWorkspace((state) => state.selection?.kind === 'shelter' && state.selection.id === id);
  const against = finding?.hazards.filter((hazard) => hazard.designation === 'notDesignated') ?? [];
  const hazards = [...new Set(against.map((hazard) => t(`vocabulary:hazard.${hazard.hazard}`)))];
  return (
    <ListRow
      current={current}
      flagged={finding?.flagged ?? false}
      mark={
        finding?.flagged ? (
          <IconAlertTriangleFilled size={18} aria-hidden className="mark-flagged" />
        ) : (
          <IconHomeShield size={18} aria-hidden className="mark-shelter" />
        )
      }
      name={name ?? t('unnamed')}
      sub={address ?? id}
      chip={
        finding?.flagged ? (
          <span className="chip" data-tone="danger">
            {t('flag', { hazard: hazards.join(' · ') })}
          </span>
        ) : finding && finding.zoneIds.length > 0 ? (
          <span className="chip">{t('inZone')}</span>
        ) : null
      }
      onSelect={() => happened.featurePicked({ kind: 'shelter', id })}
      onOpen={() =>
        happened.flightAsked({ extent: extentAround(shelter.geometry.coordinates, FLIGHT_HALF_WIDTH_METERS) })
      }
    />
  );
}
