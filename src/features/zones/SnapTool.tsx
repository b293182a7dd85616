import { Popover, Switch } from '@mantine/core';
import { IconMagnet } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { happened } from '../../state/happened.ts';
import { SNAP_SOURCES } from '../../state/workspace.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Popup } from '../../ui/Popup.tsx';

/** What outlines are snapped to. */
export function SnapTool() {
  const { t } = useTranslation('zones');
  const [opened, setOpened] = useState(false);
  const snapTo = useWorkspace((state) => state.drawing.snapTo);
  return (
    <Popup opened={opened} onChange={setOpened} position="bottom-end" withinPortal>
      <Popover.Target>
        <IconButton
          label={t('snap.label')}
          icon={<IconMagnet size={18} />}
          pressed={snapTo.length > 0}
          onClick={() => setOpened((before) => !before)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <div className="zone-fields">
          {SNAP_SOURCES.map((source) => (
            <Switch
              key={source}
              size="xs"
              label={t(`snap.${source}`)}
              checked={snapTo.includes(source)}
              onChange={(event) => {
                const { checked } = event.currentTarget;
                const others = snapTo.filter((one) => one !== source);
                happened.drawingSet({ snapTo: checked ? [...others, source] : others });
              }}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popup>
  );
}
