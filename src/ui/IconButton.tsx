import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface IconButtonProps {
  label: string;
  icon: ReactNode;
  onClick: () => void;
  /** For switches: whether it is on. */
  pressed?: boolean;
  disabled?: boolean;
  size?: number;
}

/** A button of one icon; its label is told on hover and to assistive technology. */
export function IconButton({ label, icon, onClick, pressed, disabled = false, size = 30 }: IconButtonProps) {
  return (
    <Tooltip label={label} openDelay={400} withArrow>
      <ActionIcon
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'city' : 'gray'}
        size={size}
        aria-label={label}
        {...(pressed ? {} : { c: 'var(--text-quiet)' })}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        disabled={disabled}
        onClick={onClick}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
