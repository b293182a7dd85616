import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../state/workspace-store.ts';
import { selectZoneId } from './editing-bar.ts';
import { LibraryPanel } from './LibraryPanel.tsx';
import { SketchCard } from './SketchCard.tsx';
import { TopologyPanel } from './TopologyPanel.tsx';
import { ZoneEditor } from './ZoneEditor.tsx';
import { ZoneList } from './ZoneList.tsx';
import { ZoneToolBar } from './ZoneToolBar.tsx';
import './zones.css';

const VIEWS = ['zones', 'topology', 'library'] as const;
type View = (typeof VIEWS)[number];

interface ZonesPanelProps {
  /** Under the tools: what the outline in the making or the selected zone means. */
  live?: ReactNode;
  /** In the tool bar: import and export. */
  exchange?: ReactNode;
}

/** Risk zones as planning objects: draw and edit them, say what each asks for, check their outlines. */
export function ZonesPanel({ live = null, exchange = null }: ZonesPanelProps) {
  const { t } = useTranslation('zones');
  const [view, setView] = useState<View>('zones');
  const sketching = useWorkspace((state) => state.sketch !== null);
  const zone = useWorkspace((state) => state.document.zones[selectZoneId(state) ?? ''] ?? null);
  const panel = useRef<HTMLDivElement>(null);
  const zoneId = zone?.properties.id;
  // Another zone is read from its beginning.
  useEffect(() => {
    if (zoneId !== undefined) panel.current?.scrollTo({ top: 0 });
  }, [zoneId]);
  return (
    <div ref={panel} className="panel-fill zones-panel">
      <ZoneToolBar exchange={exchange} />
      {sketching ? <SketchCard /> : null}
      {live}
      <div className="zones-views">
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('view.label')}
          data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          value={view}
          onChange={setView}
        />
      </div>
      <div className="zones-body" key={view} data-listing={view === 'topology' || (view === 'zones' && !zone)}>
        {view === 'zones' ? zone ? <ZoneEditor key={zone.properties.id} zone={zone} /> : <ZoneList /> : null}
        {view === 'topology' ? <TopologyPanel /> : null}
        {view === 'library' ? <LibraryPanel /> : null}
      </div>
    </div>
  );
}
