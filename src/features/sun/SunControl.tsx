import { ActionIcon, Popover, Slider, Switch, TextInput, Tooltip } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { happened } from '../../state/happened.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Popup } from '../../ui/Popup.tsx';
import { joinInstant, splitInstant } from './sun-instant.ts';
import './sun.css';

const HOUR_MARKS = [0, 6, 12, 18, 24].map((hour) => ({ value: hour * 60, label: String(hour) }));

/** Sun of a date and time; shadows on or off. */
export function SunControl() {
  const { t } = useTranslation('sun');
  const sun = useWorkspace((state) => state.sun);
  const [open, setOpen] = useState(false);
  const parts = splitInstant(sun.instant);
  return (
    <Popup opened={open} onChange={setOpen} width={300} position="bottom-end" returnFocus>
      <Popover.Target>
        <Tooltip label={t('title')} openDelay={400} withArrow disabled={open}>
          <ActionIcon
            size={30}
            variant={open ? 'light' : 'subtle'}
            color="gray"
            c="var(--text-quiet)"
            aria-label={t('title')}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <IconClockHour4 size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')}>
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
          <Switch
            size="xs"
            label={t('shadows')}
            checked={sun.shadows}
            onChange={(event) => happened.shadowsSwitched(event.currentTarget.checked)}
          />
          <p className="panel-note">{t('zone', { offset: parts.offset })}</p>
        </div>
      </Popover.Dropdown>
    </Popup>
  );
}
