import { IconAlertTriangleFilled, IconHomeShield } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Shelter } from '../../core/evacuation/shelter.ts';
import { happened } from '../../state/happened.ts';
import { ListRow } from '../../ui/ListRow.tsx';

/** A shelter by name; a click selects it. */
export function ShelterLink({ shelter, flagged, aside }: { shelter: Shelter; flagged: boolean; aside?: string }) {
  const { t } = useTranslation('inspect');
  const { id, name, address } = shelter.properties;
  return (
    <ListRow
      look="link"
      mark={
        flagged ? (
          <IconAlertTriangleFilled size={17} aria-hidden className="mark-flagged" />
        ) : (
          <IconHomeShield size={17} aria-hidden className="mark-shelter" />
        )
      }
      name={name ?? t('unnamed')}
      sub={address ?? id}
      aside={aside ? <span className="number">{aside}</span> : null}
      onSelect={() => happened.featurePicked({ kind: 'shelter', id })}
    />
  );
}
