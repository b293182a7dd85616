import type { CameraView } from '../core/geometry/camera-view.ts';
import type { GeodeticPosition } from '../core/geometry/coordinates.ts';
import type { QualityChoice, QualityLevel } from '../core/style/quality.ts';
import { pendingTilesets } from './city-facts.ts';
import { selectCity } from './select-city.ts';
import type { Locale, Mode, PanelTab, Readout, Selection, Theme, WorkspaceState } from './workspace.ts';
import { PANEL_TABS } from './workspace.ts';

type Change = Partial<WorkspaceState>;
type FlightTarget = NonNullable<WorkspaceState['flight']>['target'];

/** What can happen to selection, camera, light, panels, language and theme. */
export const viewFacts = {
  featurePicked: (state: WorkspaceState, selection: Selection | null): Change => ({
    selection,
    // An analyst who picks a zone means to work on it: assess mode opens it as a planning object.
    panels: selection ? { ...state.panels, contextOpen: true, tab: tabOf(state, selection) } : state.panels,
  }),
  featureHovered: (_state: WorkspaceState, hover: Selection | null): Change => ({ hover }),
  flightAsked: (state: WorkspaceState, target: FlightTarget): Change => ({
    flight: { key: (state.flight?.key ?? 0) + 1, target },
  }),
  cameraSettled: (_state: WorkspaceState, camera: CameraView, groundMetersPerPixel: number | null = null): Change => ({
    camera,
    groundMetersPerPixel,
  }),
  cursorMoved: (_state: WorkspaceState, cursor: GeodeticPosition | null): Change => ({ cursor }),
  readoutChosen: (_state: WorkspaceState, readout: Readout): Change => ({ readout }),
  sunMoved: (state: WorkspaceState, instant: string): Change => ({ sun: { ...state.sun, instant } }),
  shadowsSwitched: (state: WorkspaceState, shadows: boolean): Change => ({ sun: { ...state.sun, shadows } }),
  qualityChosen: ({ quality }: WorkspaceState, choice: QualityChoice): Change => ({ quality: { ...quality, choice } }),
  qualityDrawn: ({ quality }: WorkspaceState, drawn: QualityLevel): Change =>
    drawn === quality.drawn ? {} : { quality: { ...quality, drawn } },
  contextLost: (state: WorkspaceState): Change => {
    const city = selectCity(state);
    return {
      contextLosses: state.contextLosses + 1,
      pendingTiles: city ? pendingTilesets(city) : {},
      flight: state.camera ? { key: (state.flight?.key ?? 0) + 1, target: state.camera } : state.flight,
    };
  },
  modeChosen: (state: WorkspaceState, mode: Mode): Change => ({
    panels: { ...state.panels, mode, tab: PANEL_TABS[mode][0], contextOpen: true },
  }),
  tabChosen: (state: WorkspaceState, tab: PanelTab): Change => ({
    panels: { ...state.panels, tab, contextOpen: true },
  }),
  railToggled: (state: WorkspaceState): Change => ({ panels: { ...state.panels, railOpen: !state.panels.railOpen } }),
  contextToggled: (state: WorkspaceState): Change => ({
    panels: { ...state.panels, contextOpen: !state.panels.contextOpen },
  }),
  localeChosen: (_state: WorkspaceState, locale: Locale): Change => ({ locale }),
  mapReviewStated: (_state: WorkspaceState, mapReviewNumber: string): Change => ({ mapReviewNumber }),
  themeChosen: (_state: WorkspaceState, theme: Theme): Change => ({ theme }),
};

function tabOf({ panels }: WorkspaceState, selection: Selection): PanelTab {
  return panels.mode === 'assess' && selection.kind === 'zone' ? 'zones' : 'inspect';
}
