import { Modal } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';

interface DialogProps {
  opened: boolean;
  title: string;
  /** Name of the button that closes, for those who do not see its cross. */
  closeLabel: string;
  size?: 'sm' | 'md';
  onClose: () => void;
  children: ReactNode;
}

/** A window over the page; the page behind it keeps its scroll position and its width. */
export function Dialog({ opened, closeLabel, size = 'md', ...dialog }: DialogProps) {
  // The kit gives the focus back only from a window that it saw open: one that is mounted open opens a step later.
  const [isShown, setShown] = useState(false);
  useEffect(() => setShown(opened), [opened]);
  return (
    <Modal
      {...dialog}
      opened={isShown}
      size={size}
      centered
      lockScroll={false}
      closeButtonProps={{ 'aria-label': closeLabel }}
    />
  );
}
