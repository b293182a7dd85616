import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { IconClockHour4 } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Popup } from '../../ui/Popup.tsx';

/** Opens the light and the quality of the picture, its children. */
export function SunControl({ label, children }: { label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Popup opened={open} onChange={setOpen} width={300} position="bottom-end" returnFocus>
      <Popover.Target>
        <Tooltip label={label} openDelay={400} withArrow disabled={open}>
          <ActionIcon
            size={30}
            variant={open ? 'light' : 'subtle'}
            color="gray"
            c="var(--text-quiet)"
            aria-label={label}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <IconClockHour4 size={18} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>{children}</Popover.Dropdown>
    </Popup>
  );
}
