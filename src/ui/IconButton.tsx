import { ActionIcon, Tooltip } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';

/** What a popover gives to the button that opens it. */
type OpenerProps = Pick<
  ComponentPropsWithRef<'button'>,
  'ref' | 'id' | 'className' | 'aria-haspopup' | 'aria-expanded' | 'aria-controls'
>;

interface IconButtonProps extends OpenerProps {
  label: string;
  icon: ReactNode;
  onClick: () => void;
  /** For switches: whether it is on. */
  pressed?: boolean;
  disabled?: boolean;
  /** Why it cannot be used now: it stays in reach of the keyboard, and says so. */
  barred?: string | null;
  size?: number;
}

/** A button of one icon; its label is told on hover and to assistive technology. */
export function IconButton(props: IconButtonProps) {
  const { icon, label: name, onClick, pressed, disabled = false, barred = null, size = 30, ...opener } = props;
  const label = barred ? `${name} · ${barred}` : name;
  return (
    <Tooltip label={label} openDelay={400} withArrow multiline maw={280}>
      <ActionIcon
        {...opener}
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'city' : 'gray'}
        size={size}
        aria-label={label}
        {...(pressed ? {} : { c: 'var(--text-quiet)' })}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        disabled={disabled}
        {...(barred ? { 'data-disabled': true, 'aria-disabled': true } : {})}
        onClick={barred ? undefined : onClick}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
