import { happened } from '../state/happened.ts';
import { selectCity } from '../state/select-city.ts';
import type { Mode } from '../state/workspace.ts';
import { workspaceStore } from '../state/workspace-store.ts';
import { toggleRail } from './narrow-window.ts';
import { undo } from './undo.ts';

/** In the order of the bar. */
export const MODES: Mode[] = ['explore', 'assess', 'brief'];

/** Keys of the page; `label` names the message that tells what the key does. */
export const SHORTCUTS = [
  { key: 'Escape', shown: 'Esc', label: 'shortcuts.clear', act: clear },
  { key: 'h', shown: 'H', label: 'shortcuts.home', act: flyHome },
  { key: 'm', shown: 'M', label: 'shortcuts.mode', act: switchMode },
  { key: 'l', shown: 'L', label: 'shortcuts.rail', act: toggleRail },
  { key: 'p', shown: 'P', label: 'shortcuts.context', act: () => happened.contextToggled() },
  { key: 't', shown: 'T', label: 'shortcuts.theme', act: switchTheme },
  { key: 'g', shown: 'G', label: 'shortcuts.language', act: switchLocale },
] as const;

/** Keys with Ctrl, or Command on a Mac; they work wherever nothing is typed. */
export const COMMANDS = [
  { key: 'z', shift: false, shown: 'Ctrl+Z', label: 'shortcuts.undo', act: undo },
  { key: 'z', shift: true, shown: 'Ctrl+Shift+Z', label: 'shortcuts.redo', act: () => happened.redone() },
  { key: 'y', shift: false, shown: 'Ctrl+Y', label: 'shortcuts.redo', act: () => happened.redone() },
] as const;

/** The rows of a number first: the zone whose number it was stays selected. */
function clear(): void {
  if (workspaceStore.getState().rowSelection) happened.rowsChosen(null);
  else happened.featurePicked(null);
}

function flyHome(): void {
  const city = selectCity(workspaceStore.getState());
  if (city) happened.flightAsked({ extent: city.manifest.extent });
}

function switchMode(): void {
  const place = MODES.indexOf(workspaceStore.getState().panels.mode);
  happened.modeChosen(MODES[(place + 1) % MODES.length]!);
}

function switchTheme(): void {
  happened.themeChosen(workspaceStore.getState().theme === 'light' ? 'dark' : 'light');
}

function switchLocale(): void {
  happened.localeChosen(workspaceStore.getState().locale === 'en' ? 'zh-CN' : 'en');
}
