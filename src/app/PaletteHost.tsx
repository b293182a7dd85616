import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Palette } from '../features/palette/Palette.tsx';
import { workspaceStore } from '../state/workspace-store.ts';
import { listCommands } from './list-commands.ts';
import type { PageDialog } from './page-dialog.ts';

interface PaletteHostProps {
  opened: boolean;
  onShow: (dialog: PageDialog) => void;
  onClose: () => void;
}

/** The palette with the commands of the page as they are when it opens. */
export function PaletteHost({ opened, onShow, onClose }: PaletteHostProps) {
  const { t, i18n } = useTranslation(['app', 'zones']);
  const commands = useMemo(
    () => (opened ? listCommands(workspaceStore.getState(), t, i18n.language, onShow) : []),
    [opened, t, i18n.language, onShow],
  );
  return <Palette opened={opened} commands={commands} onClose={onClose} />;
}
