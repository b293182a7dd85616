import type { Issue } from '../core/city/issue.ts';
import type { WorkspaceState } from './workspace.ts';

type Change = Partial<WorkspaceState>;

/** What can happen to layers and their tiles. */
export const layerFacts = {
  layerToggled: (state: WorkspaceState, id: string, visible: boolean): Change => changeLayer(state, id, { visible }),
  layerFaded: (state: WorkspaceState, id: string, opacity: number): Change =>
    changeLayer(state, id, { opacity: Math.min(1, Math.max(0, opacity)) }),
  tilesProgressed: (state: WorkspaceState, tilesetId: string, pending: number): Change =>
    state.pendingTiles[tilesetId] === pending ? {} : { pendingTiles: { ...state.pendingTiles, [tilesetId]: pending } },
  groundProgressed: (_state: WorkspaceState, pendingGround: number): Change => ({ pendingGround }),
  issueArose: (state: WorkspaceState, issue: Issue): Change =>
    state.issues.some((known) => isSameIssue(known, issue)) ? {} : { issues: [...state.issues, issue] },
};

function changeLayer(state: WorkspaceState, id: string, change: { visible?: boolean; opacity?: number }): Change {
  const layer = state.layers[id];
  return layer ? { layers: { ...state.layers, [id]: { ...layer, ...change } } } : {};
}

function isSameIssue(a: Issue, b: Issue): boolean {
  return (
    a.code === b.code && a.place.file === b.place.file && a.place.layer === b.place.layer && a.place.row === b.place.row
  );
}
