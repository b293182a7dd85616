import { Autocomplete, SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RISK_LEVELS, type RiskLevel, ZONE_HAZARDS } from '../../core/city/hazard.ts';
import { levelStyle } from '../../core/style/level-style.ts';
import { listIntensityUnits } from '../../core/zones/list-intensity-units.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { HatchSwatch } from '../../ui/HatchSwatch.tsx';
import { editZone } from './edit-zone.ts';
import { readNumber } from './read-number.ts';
import { TextField } from './TextField.tsx';
import { useDraft } from './use-draft.ts';

const LONGEST_NAME = 120;

/** Name, hazard, level, intensity and return period of a zone. */
export function BasicFields({ zone, locked }: { zone: Zone; locked: boolean }) {
  const { t } = useTranslation(['zones', 'vocabulary']);
  const { id, name, hazard, level } = zone.properties;
  return (
    <>
      <TextField
        label={t('field.name')}
        value={name ?? ''}
        maxLength={LONGEST_NAME}
        placeholder={t('unnamed')}
        locked={locked}
        onKeep={(text) => editZone(id, { name: text.trim() || null })}
      />
      <Select
        size="xs"
        label={t('field.hazard')}
        data={ZONE_HAZARDS.map((value) => ({ value, label: t(`vocabulary:hazard.${value}`) }))}
        value={hazard}
        allowDeselect={false}
        readOnly={locked}
        data-locked={locked}
        onChange={(value) => {
          const chosen = ZONE_HAZARDS.find((known) => known === value);
          if (chosen) editZone(id, { hazard: chosen });
        }}
      />
      <fieldset className="zone-level">
        <legend>{t('field.level')}</legend>
        <SegmentedControl
          size="xs"
          fullWidth
          readOnly={locked}
          aria-label={t('field.level')}
          data={RISK_LEVELS.map((value) => ({ value, label: <LevelLabel level={value} /> }))}
          value={level ?? 'unrated'}
          onChange={(value) => editZone(id, { level: value === 'unrated' ? undefined : value })}
        />
      </fieldset>
      <MeasureFields zone={zone} locked={locked} />
    </>
  );
}

function LevelLabel({ level }: { level: RiskLevel }) {
  const { t } = useTranslation('vocabulary');
  const { fill, hatch } = levelStyle(level);
  return (
    <span className="zone-level-label">
      <HatchSwatch fill={fill} hatch={hatch} width={16} height={11} />
      {t(`level.${level}`)}
    </span>
  );
}

function MeasureFields({ zone, locked }: { zone: Zone; locked: boolean }) {
  const { t } = useTranslation('zones');
  const { id, hazard, intensity, returnPeriodYears } = zone.properties;
  const units = listIntensityUnits(hazard);
  const unit = useDraft(intensity?.unit ?? '', (text) => {
    if (intensity) editZone(id, { intensity: { ...intensity, unit: text.trim() } });
  });
  const isNumber = (text: string) => (text.trim() === '' || readNumber(text) !== null ? null : t('fault.number'));
  const isPeriod = (text: string) => (text.trim() === '' || (readNumber(text) ?? 0) > 0 ? null : t('fault.positive'));
  return (
    <div className="zone-field-row">
      <TextField
        label={t('field.intensity')}
        value={intensity ? String(intensity.value) : ''}
        numeric
        maxLength={20}
        placeholder={t('notStated')}
        locked={locked}
        check={isNumber}
        onKeep={(text) => {
          const value = readNumber(text);
          editZone(id, {
            intensity: value === null ? undefined : { value, unit: intensity?.unit ?? units[0] ?? '' },
          });
        }}
      />
      <Autocomplete
        size="xs"
        label={t('field.unit')}
        data={[...units]}
        value={unit.text}
        maxLength={20}
        disabled={!intensity}
        readOnly={locked}
        data-locked={locked}
        onChange={unit.change}
        onOptionSubmit={(chosen) => {
          unit.drop();
          if (intensity) editZone(id, { intensity: { ...intensity, unit: chosen } });
        }}
        onBlur={unit.keep}
      />
      <TextField
        label={t('field.returnPeriod')}
        value={returnPeriodYears === undefined ? '' : String(returnPeriodYears)}
        numeric
        maxLength={10}
        placeholder={t('notStated')}
        locked={locked}
        check={isPeriod}
        onKeep={(text) => editZone(id, { returnPeriodYears: readNumber(text) ?? undefined })}
      />
    </div>
  );
}
