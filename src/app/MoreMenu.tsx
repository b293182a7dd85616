import { Popover } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/IconButton.tsx';
import { Popup } from '../ui/Popup.tsx';

/** What the bar of a small screen has no room for. */
export function MoreMenu({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app');
  const [opened, setOpened] = useState(false);
  return (
    <Popup opened={opened} onChange={setOpened} position="bottom-end" returnFocus>
      <span className="more-button" data-tour="help">
        <Popover.Target>
          <IconButton
            label={t('more')}
            icon={<IconDots size={18} />}
            pressed={opened}
            onClick={() => setOpened((before) => !before)}
          />
        </Popover.Target>
      </span>
      <Popover.Dropdown aria-label={t('more')} className="more-menu">
        {children}
      </Popover.Dropdown>
    </Popup>
  );
}
