import type { TFunction } from 'i18next';
import { localize } from '../core/city/localize.ts';
import type { SketchTool } from '../core/zones/editing/sketch.ts';
import type { PaletteCommand } from '../features/palette/palette-entry.ts';
import { reportWish } from '../features/report/report-wish.ts';
import { DRAW_KEYS, EDIT_KEYS } from '../features/zones/tool-keys.ts';
import { happened } from '../state/happened.ts';
import { selectCity } from '../state/select-city.ts';
import { selectViews } from '../state/select-views.ts';
import { PANEL_TABS, type WorkspaceState } from '../state/workspace.ts';
import { openCity } from './open-city.ts';
import type { PageDialog } from './page-dialog.ts';
import { COMMANDS, MODES, SHORTCUTS } from './shortcuts.ts';

type Translate = TFunction<readonly ['app', 'zones']>;

/** Everything the page can do now, for the command palette. */
export function listCommands(
  state: WorkspaceState,
  t: Translate,
  locale: string,
  show: (dialog: PageDialog) => void,
): PaletteCommand[] {
  const city = selectCity(state);
  return [
    ...MODES.map(
      (mode): PaletteCommand => ({
        id: `mode ${mode}`,
        label: t('palette.mode', { mode: t(`mode.${mode}`) }),
        words: mode,
        act: () => happened.modeChosen(mode),
      }),
    ),
    ...listTabs(t),
    ...(city ? listTools(state, t) : []),
    ...(city ? [{ id: 'report', label: t('palette.report'), words: 'report pdf', act: reportWish.tell }] : []),
    ...listKeys(t),
    { id: 'print', label: t('palette.print'), words: 'print', shown: 'Ctrl+P', act: printSoon },
    { id: 'present', label: t('palette.present'), words: 'present fullscreen', act: present },
    ...selectViews(state.document).map(
      (view): PaletteCommand => ({
        id: `view ${view.id}`,
        label: t('palette.view', { view: view.name }),
        words: 'view',
        act: () => happened.viewShown(view),
      }),
    ),
    ...listCities(state, t, locale),
    { id: 'help', label: t('shortcuts.show'), words: 'help keys ?', shown: '?', act: () => show('help') },
    { id: 'tour', label: t('palette.tour'), words: 'tour help', act: () => show('tour') },
  ];
}

function listTabs(t: Translate): PaletteCommand[] {
  return MODES.flatMap((mode) =>
    PANEL_TABS[mode]
      .filter((tab) => mode === 'explore' || tab !== 'inspect')
      .map(
        (tab): PaletteCommand => ({
          id: `tab ${mode} ${tab}`,
          label: t('palette.tab', { mode: t(`mode.${mode}`), tab: t(`tab.${tab}`) }),
          words: tab,
          act: () => {
            happened.modeChosen(mode);
            happened.tabChosen(tab);
          },
        }),
      ),
  );
}

/** Drawing tools; those that change a zone only while one is selected. */
function listTools({ selection }: WorkspaceState, t: Translate): PaletteCommand[] {
  const zoneId = selection?.kind === 'zone' ? selection.id : null;
  const start = async (tool: SketchTool, id: string | null): Promise<void> => {
    happened.modeChosen('assess');
    (await import('../features/zones/sketch-session.ts')).startSketchSession(tool, id);
  };
  const drawing = Object.entries(DRAW_KEYS).map(
    ([key, tool]): PaletteCommand => ({
      id: `draw ${tool}`,
      label: t('palette.draw', { tool: t(`zones:tool.${tool}`) }),
      words: `draw zone ${tool}`,
      shown: key,
      act: () => void start(tool, null),
    }),
  );
  if (zoneId === null) return drawing;
  const editing = Object.entries(EDIT_KEYS).map(
    ([key, tool]): PaletteCommand => ({
      id: `edit ${tool}`,
      label: t('palette.edit', { tool: t(`zones:tool.${tool}`) }),
      words: `edit zone ${tool}`,
      shown: key.toUpperCase(),
      act: () => void start(tool, zoneId),
    }),
  );
  return [...drawing, ...editing];
}

/** What has a key of its own; Escape and the turn through the modes mean something else in a list. */
function listKeys(t: Translate): PaletteCommand[] {
  const keys = SHORTCUTS.filter(({ key }) => key !== 'Escape' && key !== 'm');
  const [undo, redo] = COMMANDS;
  return [...keys, undo, redo].map(({ label, shown, act }) => ({
    id: label,
    label: t(label),
    words: label.replace('shortcuts.', ''),
    shown,
    act,
  }));
}

function listCities({ catalog, city }: WorkspaceState, t: Translate, locale: string): PaletteCommand[] {
  if (catalog.status !== 'ready') return [];
  const openId = 'value' in city ? city.value?.manifest.id : undefined;
  return catalog.value.cities
    .filter(({ id }) => id !== openId)
    .map(({ id, name }) => ({
      id: `city ${id}`,
      label: t('palette.city', { city: localize(name, locale) }),
      words: `city ${id} ${name.zh} ${name.en}`,
      act: () => void openCity(id),
    }));
}

/** The palette must be gone from the picture. */
function printSoon(): void {
  requestAnimationFrame(() => window.print());
}

function present(): void {
  happened.modeChosen('brief');
  void import('../features/briefing/show-view.ts').then(({ startPresenting }) => startPresenting());
}
