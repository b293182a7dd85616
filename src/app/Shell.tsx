import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CatalogStatus } from '../features/catalog/CatalogStatus.tsx';
import { ZoneFileDrop } from '../features/exchange/ZoneFileDrop.tsx';
import { LayerRail } from '../features/layers/LayerRail.tsx';
import { Legend } from '../features/layers/Legend.tsx';
import { selectCity } from '../state/select-city.ts';
import { useWorkspace } from '../state/workspace-store.ts';
import { useMediaMatch } from '../ui/use-media-match.ts';
import { useOnceTrue } from '../ui/use-once-true.ts';
import { CityMarks } from './CityMarks.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { switchLanguage, withLaterTexts } from './i18n.ts';
import { NARROW } from './narrow-window.ts';
import { openCity, requestCatalog } from './open-city.ts';
import type { PageDialog } from './page-dialog.ts';
import { SceneCrash } from './SceneCrash.tsx';
import { StatusBar } from './StatusBar.tsx';
import './shell.css';
import './phone.css';
import { TopBar } from './TopBar.tsx';
import { useFirstRun } from './use-first-run.ts';
import { useShortcuts } from './use-shortcuts.ts';

// What the first view of a city does not show travels when it is first opened.
const BuildingColours = lazy(async () => ({
  default: (await import('../features/colours/BuildingColours.tsx')).BuildingColours,
}));
const ContextPanel = lazy(async () => ({ default: (await withLaterTexts(import('./ContextPanel.tsx'))).ContextPanel }));
const ShortcutDialog = lazy(async () => ({ default: (await import('./ShortcutDialog.tsx')).ShortcutDialog }));
const PaletteHost = lazy(async () => ({
  default: (await withLaterTexts(import('./PaletteHost.tsx'))).PaletteHost,
}));
const PrintSheet = lazy(async () => ({ default: (await import('./PrintSheet.tsx')).PrintSheet }));
const Tour = lazy(async () => ({ default: (await withLaterTexts(import('../features/tour/Tour.tsx'))).Tour }));
const Presenter = lazy(async () => ({
  default: (await withLaterTexts(import('../features/briefing/Presenter.tsx'))).Presenter,
}));
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
  const [dialog, setDialog] = useState<PageDialog | null>(null);
  const closeDialog = useCallback(() => setDialog(null), []);
  const isNarrow = useMediaMatch(NARROW);
  const showsLayers = panels.railOpen && !presenting && !(isNarrow && panels.contextOpen);
  useShortcuts(setDialog);
  const isSettled = useFirstRun(dialog, setDialog);
  const hasShownHelp = useOnceTrue(dialog === 'help');
  const hasShownPalette = useOnceTrue(dialog === 'palette');
  return (
    <>
      <div
        className="shell"
        data-rail={showsLayers}
        data-context={panels.contextOpen}
        data-tab={panels.tab}
        data-presenting={presenting}
      >
        <TopBar onShow={setDialog} />
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
          {showsLayers ? <LayerRail /> : null}
          <Suspense>
            <BuildingColours withChooser={showsLayers} />
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
          {hasShownHelp ? (
            <ShortcutDialog opened={dialog === 'help'} onClose={closeDialog} onTour={() => setDialog('tour')} />
          ) : null}
        </Suspense>
        <Suspense>{dialog === 'tour' && !presenting ? <Tour onClose={closeDialog} /> : null}</Suspense>
        <Suspense>
          {hasShownPalette ? (
            <PaletteHost opened={dialog === 'palette'} onShow={setDialog} onClose={closeDialog} />
          ) : null}
        </Suspense>
      </div>
      <Suspense>{isSettled && city ? <PrintSheet city={city} /> : null}</Suspense>
    </>
  );
}
