import { useTranslation } from 'react-i18next';
import type { Zone } from '../../core/zones/zone.ts';
import { Section } from '../../ui/Section.tsx';
import { editZone } from './edit-zone.ts';
import { RequirementList } from './RequirementList.tsx';
import { StrategyPicker } from './StrategyPicker.tsx';
import { TextField } from './TextField.tsx';

const LONGEST_TEXT = 2000;

/** Development strategy and control requirements of a zone: picked from the library, or written. */
export function PlanningFields({ zone, locked }: { zone: Zone; locked: boolean }) {
  const { t } = useTranslation('zones');
  const { id, strategy } = zone.properties;
  return (
    <Section title={t('section.planning')} aside={locked ? null : <StrategyPicker zone={zone} />}>
      <div className="zone-fields">
        <TextField
          label={t('field.strategy')}
          value={strategy ?? ''}
          lines
          maxLength={LONGEST_TEXT}
          placeholder={t('notStated')}
          locked={locked}
          onKeep={(text) => editZone(id, { strategy: text.trim() || undefined })}
        />
        <RequirementList zone={zone} locked={locked} />
      </div>
    </Section>
  );
}
