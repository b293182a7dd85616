import { Tabs } from '@mantine/core';
import { IconLayoutSidebarRightCollapse } from '@tabler/icons-react';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { InspectPanel } from '../features/inspect/InspectPanel.tsx';
import { IssuesPanel } from '../features/issues/IssuesPanel.tsx';
import { happened } from '../state/happened.ts';
import { PANEL_TABS, type PanelTab } from '../state/workspace.ts';
import { useWorkspace } from '../state/workspace-store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { PanelCrash } from './PanelCrash.tsx';

const ChosenRows = lazy(async () => ({ default: (await import('../features/rows/ChosenRows.tsx')).ChosenRows }));

// Panels of the later modes travel when they are first opened: the first view of the city does not wait for them.
const PANELS: Record<PanelTab, ComponentType> = {
  inspect: InspectPanel,
  issues: IssuesPanel,
  zones: lazy(async () => ({ default: (await import('./ZonesTab.tsx')).ZonesTab })),
  exposure: lazy(async () => ({ default: (await import('../features/exposure/ExposurePanel.tsx')).ExposurePanel })),
  shelters: lazy(async () => ({ default: (await import('../features/shelters/ShelterList.tsx')).ShelterList })),
  views: lazy(async () => ({ default: (await import('../features/briefing/ViewsPanel.tsx')).ViewsPanel })),
};

/** The one panel on the right: what is selected, or the task of the mode. */
export function ContextPanel() {
  const { t } = useTranslation('app');
  const { mode, tab } = useWorkspace((state) => state.panels);
  const hasRows = useWorkspace((state) => state.rowSelection !== null);
  const Panel = PANELS[tab];
  return (
    <aside className="context" aria-label={t(`tab.${tab}`)}>
      <Tabs
        value={tab}
        variant="default"
        onChange={(value) => {
          const chosen = PANEL_TABS[mode].find((known) => known === value);
          if (chosen) happened.tabChosen(chosen);
        }}
      >
        <Tabs.List>
          {PANEL_TABS[mode].map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`tab.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <span className="context-close">
          <IconButton
            label={t('context.hide')}
            icon={<IconLayoutSidebarRightCollapse size={18} />}
            onClick={happened.contextToggled}
          />
        </span>
      </Tabs>
      <div className="context-body" key={tab}>
        <ErrorBoundary fallback={(retry) => <PanelCrash onRetry={retry} />}>
          <Suspense fallback={<p className="panel-note panel-section">{t('loadingPanel')}</p>}>
            <Panel />
          </Suspense>
        </ErrorBoundary>
      </div>
      {hasRows ? (
        <ErrorBoundary fallback={(retry) => <PanelCrash onRetry={retry} />}>
          <Suspense>
            <ChosenRows />
          </Suspense>
        </ErrorBoundary>
      ) : null}
    </aside>
  );
}
