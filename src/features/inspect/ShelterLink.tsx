import { IconAlertTriangleFilled, IconHomeShield } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Shelter } from '../../core/evacuation/shelter.ts';
import { happened } from '../../state/happened.ts';

/** A shelter by name; a click selects it. */
export function ShelterLink({ shelter, flagged, aside }: { shelter: Shelter; flagged: boolean; aside?: string }) {
  const { t } = useTranslation('inspect');
  const { id, name, address } = shelter.properties;
  return (
    <button type="button" className="link-row" onClick={() => happened.featurePicked({ kind: 'shelter', id })}>
      {flagged ? (
        <IconAlertTriangleFilled size={17} aria-hidden className="mark-flagged" />
      ) : (
        <IconHomeShield size={17} aria-hidden className="mark-shelter" />
      )}
      <span className="list-words">
        <span className="name">{name ?? t('unnamed')}</span>
        <span className="sub">{address ?? id}</span>
      </span>
      {aside ? <span className="number">{aside}</span> : null}
    </button>
  );
}
