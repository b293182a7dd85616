import { useTranslation } from 'react-i18next';
import type { Zone } from '../../core/zones/zone.ts';
import { Section } from '../../ui/Section.tsx';
import { editZone } from './edit-zone.ts';
import { TextField } from './TextField.tsx';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Who answers for a zone, from when to when it is valid, and a note. */
export function ManagementFields({ zone, locked }: { zone: Zone; locked: boolean }) {
  const { t } = useTranslation('zones');
  const { id, responsible, validFrom, validTo, note } = zone.properties;
  const checkOrder = (from: string | undefined, to: string | undefined): string | null =>
    from && to && from > to ? t('fault.validity') : null;
  const isText = [validFrom, validTo].some((value) => value !== undefined && !DAY.test(value));
  // Packages may state validity in words; a date field would show them as empty.
  const type = isText ? 'text' : 'date';
  return (
    <Section title={t('section.management')}>
      <div className="zone-fields">
        <TextField
          label={t('field.responsible')}
          value={responsible ?? ''}
          placeholder={t('notStated')}
          locked={locked}
          onKeep={(text) => editZone(id, { responsible: text.trim() || undefined })}
        />
        <div className="zone-field-row" data-columns="2">
          <TextField
            label={t('field.validFrom')}
            type={type}
            value={validFrom ?? ''}
            locked={locked}
            check={(text) => checkOrder(text, validTo)}
            onKeep={(text) => editZone(id, { validFrom: text || undefined })}
          />
          <TextField
            label={t('field.validTo')}
            type={type}
            value={validTo ?? ''}
            locked={locked}
            check={(text) => checkOrder(validFrom, text)}
            onKeep={(text) => editZone(id, { validTo: text || undefined })}
          />
        </div>
        <TextField
          label={t('field.note')}
          value={note ?? ''}
          lines
          maxLength={2000}
          placeholder={t('notStated')}
          locked={locked}
          onKeep={(text) => editZone(id, { note: text.trim() || undefined })}
        />
      </div>
    </Section>
  );
}
