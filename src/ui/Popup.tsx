import { Popover, type PopoverProps } from '@mantine/core';
import { useEffect } from 'react';

type PopupProps = Omit<PopoverProps, 'opened' | 'onChange' | 'trapFocus' | 'shadow'> & {
  opened: boolean;
  onChange: (opened: boolean) => void;
};

/** A popover that takes the focus and closes on Escape wherever the focus is: its content may still be on its way. */
export function Popup({ opened, onChange, ...props }: PopupProps) {
  useEffect(() => {
    if (!opened) return undefined;
    const onKey = ({ key, defaultPrevented }: KeyboardEvent): void => {
      const isInside = document.activeElement?.closest('.mantine-Popover-dropdown') != null;
      if (key === 'Escape' && !defaultPrevented && !isInside) onChange(false);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [opened, onChange]);
  return <Popover opened={opened} onChange={onChange} trapFocus shadow="md" {...props} />;
}
