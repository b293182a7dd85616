import { Button, Popover, Select } from '@mantine/core';
import { IconLayersSubtract, IconLayersUnion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { selectZones } from '../../state/select-zones.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Popup } from '../../ui/Popup.tsx';
import { nameOfZone } from './zone-edits.ts';
import { mergeZoneWith, subtractZone } from './zone-operations.ts';

const OPERATIONS = {
  merge: { Icon: IconLayersUnion, run: mergeZoneWith },
  subtract: { Icon: IconLayersSubtract, run: subtractZone },
} as const;

interface OtherZoneToolProps {
  operation: keyof typeof OPERATIONS;
  zoneId: string | null;
  barred: string | null;
}

/** Unites the selected zone with another, or takes another's area out of it: asks which. */
export function OtherZoneTool({ operation, zoneId, barred }: OtherZoneToolProps) {
  const { t } = useTranslation('zones');
  const [opened, setOpened] = useState(false);
  const { Icon } = OPERATIONS[operation];
  return (
    <Popup opened={opened} onChange={setOpened} position="bottom-end" width={280} withinPortal>
      <Popover.Target>
        <IconButton
          label={t(`tools.${operation}`)}
          icon={<Icon size={18} />}
          barred={barred}
          onClick={() => setOpened((before) => !before)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        {opened && zoneId !== null ? (
          <OtherZoneForm operation={operation} zoneId={zoneId} onDone={() => setOpened(false)} />
        ) : null}
      </Popover.Dropdown>
    </Popup>
  );
}

interface OtherZoneFormProps {
  operation: keyof typeof OPERATIONS;
  zoneId: string;
  onDone: () => void;
}

function OtherZoneForm({ operation, zoneId, onDone }: OtherZoneFormProps) {
  const { t } = useTranslation(['zones', 'vocabulary']);
  const zones = useWorkspace((state) => selectZones(state.document));
  const [otherId, setOtherId] = useState<string | null>(null);
  // A merge takes the other zone away; an approved one stays.
  const others = zones.filter(
    ({ properties }) => properties.id !== zoneId && (operation === 'subtract' || properties.status !== 'approved'),
  );
  return (
    <form
      className="zone-fields"
      onSubmit={(event) => {
        event.preventDefault();
        if (otherId === null) return;
        void OPERATIONS[operation].run(zoneId, otherId);
        onDone();
      }}
    >
      <Select
        size="xs"
        searchable
        autoFocus
        limit={100}
        label={t(`other.${operation}`)}
        placeholder={t('other.choose')}
        nothingFoundMessage={t('noMatch')}
        comboboxProps={{ withinPortal: false }}
        data={others.map((zone) => ({
          value: zone.properties.id,
          label: `${nameOfZone(zone)} · ${t(`vocabulary:level.${zone.properties.level ?? 'unrated'}`)}`,
        }))}
        value={otherId}
        onChange={setOtherId}
      />
      <Button size="xs" type="submit" disabled={otherId === null}>
        {t(`other.${operation}Do`)}
      </Button>
    </form>
  );
}
