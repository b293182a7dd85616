import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { CatalogStatus } from '../features/catalog/CatalogStatus.tsx';
import { ZoneFileDrop } from '../features/exchange/ZoneFileDrop.tsx';
import { LayerRail } from '../features/layers/LayerRail.tsx';
import { Legend } from '../features/layers/Legend.tsx';
import { selectCity } from '../state/select-city.ts';
import { useWorkspace } from '../state/workspace-store.ts';
import { useOnceTrue } from '../ui/use-once-true.ts';
import { CityMarks } from './CityMarks.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { switchLanguage } from './i18n.ts';
import { openCity, requestCatalog } from './open-city.ts';
import { SceneCrash } from './SceneCrash.tsx';
import { StatusBar } from './StatusBar.tsx';
import './shell.css';
import { TopBar } from './TopBar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

// What the first view of a city does not show travels when it is first opened.
const BuildingColours = lazy(async () => ({
  default: (await import('../features/colours/BuildingColours.tsx')).BuildingColours,
}));
const ContextPanel = lazy(async () => ({ default: (await import('./ContextPanel.tsx')).ContextPanel }));
const ShortcutDialog = lazy(async () => ({ default: (await import('./ShortcutDialog.tsx')).ShortcutDialog }));
const Presenter = lazy(async () => ({ default: (await import('../features/briefing/Presenter.tsx')).Presenter }));
const Scene = lazy(() => import('./Scene.tsx').then((module) => ({ default: module.Scene })));

/** The frame around the scene: bar above, layers left, one panel right, slim bar below. */
export function Shell() {
  const { t } = useTranslation('app');
  const locale = useWorkspace((state) => state.locale);
  const panels = useWorkspace((state) => state.panels);
  const contextLosses = useWorkspace((state) => state.contextLosses);
  const city = useWorkspace(selectCity);
  const presenting = useWorkspace((state) => state.presenting);
  useEffect(() => void switchLanguage(locale), [locale]);
  const shortcuts = useShortcuts();
  const hasShownShortcuts = useOnceTrue(shortcuts.shown);
  return (
    <div
      className="shell"
      data-rail={panels.railOpen}
      data-context={panels.contextOpen}
      data-tab={panels.tab}
      data-presenting={presenting}
    >
      <TopBar onShowShortcuts={shortcuts.show} />
      <main className="scene-frame">
        <ErrorBoundary fallback={(retry) => <SceneCrash onRetry={retry} />}>
          <Suspense fallback={<p className="scene-loading">{t('loadingScene')}</p>}>
            <Scene key={contextLosses} />
          </Suspense>
        </ErrorBoundary>
        {presenting ? (
          <Suspense>
            <Presenter />
          </Suspense>
        ) : null}
        <CatalogStatus onRetryCatalog={() => void requestCatalog()} onRetryCity={(id) => void openCity(id)} />
      </main>
      <aside className="rail" aria-label={t('rail.label')}>
        {panels.railOpen && !presenting ? <LayerRail /> : null}
        <Suspense>
          <BuildingColours withChooser={panels.railOpen && !presenting} />
        </Suspense>
        <Legend />
      </aside>
      <Suspense>{panels.contextOpen && !presenting ? <ContextPanel /> : null}</Suspense>
      {presenting && city ? (
        <div className="briefing-marks">
          <CityMarks manifest={city.manifest} />
        </div>
      ) : (
        <StatusBar />
      )}
      <ZoneFileDrop />
      <Suspense>
        {hasShownShortcuts ? <ShortcutDialog opened={shortcuts.shown} onClose={shortcuts.hide} /> : null}
      </Suspense>
    </div>
  );
}
