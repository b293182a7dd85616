import { Button, Popover, TextInput } from '@mantine/core';
import { IconArrowsMaximize } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton.tsx';
import { Popup } from '../../ui/Popup.tsx';
import { readNumber } from './read-number.ts';
import { bufferZoneBy } from './zone-operations.ts';

const USUAL_METERS = '50';

/** Widens the selected zone by metres, or narrows it. */
export function BufferTool({ zoneId, barred }: { zoneId: string | null; barred: string | null }) {
  const { t } = useTranslation('zones');
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState(USUAL_METERS);
  const meters = readNumber(text);
  const usable = meters !== null && meters !== 0;
  return (
    <Popup opened={opened} onChange={setOpened} position="bottom-end" width={260} withinPortal>
      <Popover.Target>
        <IconButton
          label={t('tools.buffer')}
          icon={<IconArrowsMaximize size={18} />}
          barred={barred}
          onClick={() => setOpened((before) => !before)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className="zone-fields"
          onSubmit={(event) => {
            event.preventDefault();
            if (!usable || zoneId === null) return;
            void bufferZoneBy(zoneId, meters);
            setOpened(false);
          }}
        >
          <TextInput
            size="xs"
            inputMode="decimal"
            label={t('buffer.distance')}
            description={t('buffer.hint')}
            value={text}
            maxLength={10}
            error={meters === null ? t('fault.number') : null}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" disabled={!usable}>
            {t('buffer.do')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popup>
  );
}
