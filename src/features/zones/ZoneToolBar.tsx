import { Button } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { describeIssue } from '../../core/city/issue-texts.ts';
import { localize } from '../../core/city/localize.ts';
import { happened } from '../../state/happened.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { BufferTool } from './BufferTool.tsx';
import { holdInput } from './early-input.ts';
import { type EditingBar, selectDrawingBar, selectEditingBar, selectZoneId } from './editing-bar.ts';
import { OtherZoneTool } from './OtherZoneTool.tsx';
import { SnapTool } from './SnapTool.tsx';
import { cancelSketch, startSketchSession } from './sketch-session.ts';
import { DRAW_TOOLS, EDIT_TOOLS, type SketchToolEntry } from './sketch-tools.ts';
import { deleteZone, duplicateZone } from './zone-operations.ts';

/** Tools that draw a new zone, and those that change the selected one. */
export function ZoneToolBar({ exchange }: { exchange: ReactNode }) {
  const { t } = useTranslation('zones');
  const drawingBar = useWorkspace(selectDrawingBar);
  const zoneId = useWorkspace(selectZoneId);
  const editingBar = useWorkspace((state) => selectEditingBar(state, selectZoneId(state)));
  const tell = (bar: EditingBar | null): string | null => (bar ? t(`bar.${bar}`) : null);
  return (
    <div className="zone-tools">
      <div className="zone-tool-row" role="toolbar" aria-label={t('tools.draw')}>
        {DRAW_TOOLS.map((entry) => (
          <ToolButton key={entry.tool} entry={entry} zoneId={null} barred={tell(drawingBar)} />
        ))}
        <span className="zone-tool-gap" />
        <SnapTool />
        {exchange}
      </div>
      <div className="zone-tool-row" role="toolbar" aria-label={t('tools.edit')}>
        {EDIT_TOOLS.map((entry) => (
          <ToolButton key={entry.tool} entry={entry} zoneId={zoneId} barred={tell(editingBar)} />
        ))}
        <OtherZoneTool operation="merge" zoneId={zoneId} barred={tell(editingBar)} />
        <OtherZoneTool operation="subtract" zoneId={zoneId} barred={tell(editingBar)} />
        <BufferTool zoneId={zoneId} barred={tell(editingBar)} />
        <IconButton
          label={t('tools.duplicate')}
          icon={<IconCopy size={18} />}
          barred={tell(editingBar === 'approved' ? null : editingBar)}
          onClick={() => {
            if (zoneId !== null) void duplicateZone(zoneId, (name) => t('copyName', { name }));
          }}
        />
        <IconButton
          label={t('tools.delete')}
          icon={<IconTrash size={18} />}
          barred={tell(editingBar)}
          onClick={() => {
            if (zoneId !== null) void deleteZone(zoneId);
          }}
        />
      </div>
      <Refusal />
    </div>
  );
}

interface ToolButtonProps {
  entry: SketchToolEntry;
  zoneId: string | null;
  barred: string | null;
}

function ToolButton({ entry: { tool, Icon, key }, zoneId, barred }: ToolButtonProps) {
  const { t } = useTranslation('zones');
  const pressed = useWorkspace((state) => state.sketch?.tool === tool);
  return (
    <IconButton
      label={t('tools.withKey', { name: t(`tool.${tool}`), key: key.toUpperCase() })}
      icon={<Icon size={18} />}
      pressed={pressed}
      barred={barred}
      onClick={() => {
        if (pressed) {
          cancelSketch();
          return;
        }
        holdInput();
        void startSketchSession(tool, zoneId);
      }}
    />
  );
}

/** Why the last thing that was tried could not be done. */
function Refusal() {
  const { t, i18n } = useTranslation('zones');
  const refused = useWorkspace((state) => state.drawing.refused);
  if (!refused) return null;
  return (
    <Notice
      tone="warning"
      title={localize(describeIssue(refused), i18n.language)}
      action={
        <Button size="compact-xs" variant="subtle" onClick={() => happened.drawingSet({ refused: null })}>
          {t('dismiss')}
        </Button>
      }
    />
  );
}
