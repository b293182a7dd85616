import { SegmentedControl } from '@mantine/core';
import {
  IconHome,
  IconKeyboard,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconMoon,
  IconSearch,
  IconSun,
} from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { CityPicker } from '../features/catalog/CityPicker.tsx';
import { HistoryControl } from '../features/history/HistoryControl.tsx';
import { ReportButton } from '../features/report/ReportButton.tsx';
import { SunControl } from '../features/sun/SunControl.tsx';
import { happened } from '../state/happened.ts';
import { selectCity } from '../state/select-city.ts';
import type { Locale } from '../state/workspace.ts';
import { useWorkspace } from '../state/workspace-store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useMediaMatch } from '../ui/use-media-match.ts';
import { Brand } from './Brand.tsx';
import { withLaterTexts } from './i18n.ts';
import { MoreMenu } from './MoreMenu.tsx';
import { NARROW, toggleRail } from './narrow-window.ts';
import { openCity } from './open-city.ts';
import type { PageDialog } from './page-dialog.ts';
import { MODES } from './shortcuts.ts';
import { undo } from './undo.ts';

const LOCALES: Locale[] = ['zh-CN', 'en'];

const SunPanel = lazy(async () => ({
  default: (await withLaterTexts(import('../features/sun/SunPanel.tsx'))).SunPanel,
}));

/** Product, city, mode; sun, panels, theme, language. */
export function TopBar({ onShow }: { onShow: (dialog: PageDialog) => void }) {
  const { t } = useTranslation('app');
  const panels = useWorkspace((state) => state.panels);
  const theme = useWorkspace((state) => state.theme);
  const locale = useWorkspace((state) => state.locale);
  const city = useWorkspace(selectCity);
  const isNarrow = useMediaMatch(NARROW);
  const showsLayers = panels.railOpen && !(isNarrow && panels.contextOpen);
  const settings = (
    <>
      <IconButton
        label={theme === 'light' ? t('theme.toDark') : t('theme.toLight')}
        icon={theme === 'light' ? <IconMoon size={18} /> : <IconSun size={18} />}
        onClick={() => happened.themeChosen(theme === 'light' ? 'dark' : 'light')}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('language.label')}
        data={LOCALES.map((value) => ({ value, label: t(`language.${value}`) }))}
        value={locale}
        onChange={happened.localeChosen}
      />
      <span data-tour="help">
        <IconButton label={t('shortcuts.show')} icon={<IconKeyboard size={18} />} onClick={() => onShow('help')} />
      </span>
    </>
  );
  return (
    <header className="top-bar">
      <IconButton
        label={showsLayers ? t('rail.hide') : t('rail.show')}
        icon={<IconLayoutSidebar size={18} />}
        pressed={showsLayers}
        onClick={toggleRail}
      />
      <Brand />
      <div data-tour="city" className="city-slot">
        <CityPicker onChoose={(cityId) => void openCity(cityId)} />
      </div>
      <IconButton
        label={t('home')}
        icon={<IconHome size={18} />}
        disabled={!city}
        onClick={() => city && happened.flightAsked({ extent: city.manifest.extent })}
      />
      <SegmentedControl
        className="mode-switch"
        data-tour="zones"
        size="xs"
        aria-label={t('mode.label')}
        data={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
        value={panels.mode}
        onChange={happened.modeChosen}
      />
      <HistoryControl onUndo={undo} onRedo={happened.redone} />
      <div className="top-bar-end">
        <IconButton label={t('palette.open')} icon={<IconSearch size={18} />} onClick={() => onShow('palette')} />
        <span data-tour="report" className="report-slot">
          <ReportButton />
        </span>
        <SunControl label={t('sun')}>
          <Suspense>
            <SunPanel />
          </Suspense>
        </SunControl>
        {isNarrow ? <MoreMenu>{settings}</MoreMenu> : settings}
        <span className="context-button">
          <IconButton
            label={panels.contextOpen ? t('context.hide') : t('context.show')}
            icon={<IconLayoutSidebarRight size={18} />}
            pressed={panels.contextOpen}
            onClick={happened.contextToggled}
          />
        </span>
      </div>
    </header>
  );
}
