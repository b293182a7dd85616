import { SegmentedControl } from '@mantine/core';
import {
  IconHome,
  IconKeyboard,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CityPicker } from '../features/catalog/CityPicker.tsx';
import { HistoryControl } from '../features/history/HistoryControl.tsx';
import { ReportButton } from '../features/report/ReportButton.tsx';
import { SunControl } from '../features/sun/SunControl.tsx';
import { happened } from '../state/happened.ts';
import { selectCity } from '../state/select-city.ts';
import type { Locale, Mode } from '../state/workspace.ts';
import { useWorkspace } from '../state/workspace-store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Brand } from './Brand.tsx';
import { openCity } from './open-city.ts';
import { undo } from './undo.ts';

const MODES: Mode[] = ['explore', 'assess', 'brief'];
const LOCALES: Locale[] = ['zh-CN', 'en'];

/** Product, city, mode; sun, panels, theme, language. */
export function TopBar({ onShowShortcuts }: { onShowShortcuts: () => void }) {
  const { t } = useTranslation('app');
  const panels = useWorkspace((state) => state.panels);
  const theme = useWorkspace((state) => state.theme);
  const locale = useWorkspace((state) => state.locale);
  const city = useWorkspace(selectCity);
  return (
    <header className="top-bar">
      <IconButton
        label={panels.railOpen ? t('rail.hide') : t('rail.show')}
        icon={<IconLayoutSidebar size={18} />}
        pressed={panels.railOpen}
        onClick={happened.railToggled}
      />
      <Brand />
      <CityPicker onChoose={(cityId) => void openCity(cityId)} />
      <IconButton
        label={t('home')}
        icon={<IconHome size={18} />}
        disabled={!city}
        onClick={() => city && happened.flightAsked({ extent: city.manifest.extent })}
      />
      <SegmentedControl
        className="mode-switch"
        size="xs"
        aria-label={t('mode.label')}
        data={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
        value={panels.mode}
        onChange={happened.modeChosen}
      />
      <HistoryControl onUndo={undo} onRedo={happened.redone} />
      <div className="top-bar-end">
        <ReportButton />
        <SunControl />
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
        <IconButton label={t('shortcuts.show')} icon={<IconKeyboard size={18} />} onClick={onShowShortcuts} />
        <IconButton
          label={panels.contextOpen ? t('context.hide') : t('context.show')}
          icon={<IconLayoutSidebarRight size={18} />}
          pressed={panels.contextOpen}
          onClick={happened.contextToggled}
        />
      </div>
    </header>
  );
}
