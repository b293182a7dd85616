import type { SavedView } from '../core/workspace/workspace-document.ts';
import type { WorkspaceState } from './workspace.ts';

type Change = Partial<WorkspaceState>;

/** What can happen in a briefing. */
export const briefingFacts = {
  /** A saved view is shown: layers that the city no longer has are passed over. */
  viewShown: (state: WorkspaceState, view: SavedView): Change => ({
    layers: Object.fromEntries(Object.entries(state.layers).map(([id, layer]) => [id, view.layers[id] ?? layer])),
    sun: view.sun,
    theme: view.theme,
    buildingStyle: view.buildingStyle,
    flight: { key: (state.flight?.key ?? 0) + 1, target: view.camera },
    shownViewId: view.id,
  }),
  presentingStarted: (state: WorkspaceState): Change => (state.presenting ? {} : { presenting: true, selection: null }),
  presentingEnded: (): Change => ({ presenting: false }),
};
