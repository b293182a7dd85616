import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

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
export function Dialog({ closeLabel, size = 'md', ...dialog }: DialogProps) {
  return <Modal {...dialog} size={size} centered lockScroll={false} closeButtonProps={{ 'aria-label': closeLabel }} />;
}
