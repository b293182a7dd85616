import { Slider, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { happened } from '../../state/happened.ts';
import { selectShadows } from '../../state/select-shadows.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { QualityChooser } from './QualityChooser.tsx';
import { joinInstant, splitInstant } from './sun-instant.ts';
import './sun.css';

const HOUR_MARKS = [0, 6, 12, 18, 24].map((hour) => ({ value: hour * 60, label: String(hour) }));

/** Sun of a date and time; quality of the picture; shadows on or off. */
export function SunPanel() {
  const { t } = useTranslation('sun');
  const instant = useWorkspace((state) => state.sun.instant);
  const shadows = useWorkspace(selectShadows);
  const parts = splitInstant(instant);
  return (
    <div className="sun-control">
      <TextInput
        type="date"
        size="xs"
        label={t('date')}
        value={parts.date}
        onChange={(event) => {
          const date = event.currentTarget.value;
          if (date) happened.sunMoved(joinInstant({ ...parts, date }));
        }}
      />
      <div className="sun-hour">
        <span>{t('hour')}</span>
        <output>{parts.time}</output>
      </div>
      <Slider
        size="sm"
        min={0}
        max={1439}
        step={10}
        marks={HOUR_MARKS}
        label={null}
        value={parts.minuteOfDay}
        thumbLabel={t('hour')}
        thumbValueText={parts.time}
        onChange={(minuteOfDay) => happened.sunMoved(joinInstant({ ...parts, minuteOfDay }))}
      />
      <p className="panel-note">{t('zone', { offset: parts.offset })}</p>
      <QualityChooser />
      <Switch
        size="xs"
        label={t('shadows')}
        checked={shadows}
        onChange={(event) => happened.shadowsSwitched(event.currentTarget.checked)}
      />
    </div>
  );
}
