import type { Catalog } from '../core/city/city-manifest.ts';
import type { Issue } from '../core/city/issue.ts';
import { PLAIN_STYLE } from '../core/style/building-style.ts';
import { documentOfZones } from '../core/workspace/document-of-zones.ts';
import { EMPTY_HISTORY } from '../core/workspace/workspace-edit.ts';
import { initialSun } from './initial-sun.ts';
import { EMPTY_LOG, type LayerState, type OpenCity, type WorkspaceState } from './workspace.ts';

type Change = Partial<WorkspaceState>;

const NO_CHANGE: Change = {};

function layersOf(city: OpenCity): Record<string, LayerState> {
  const ids = [...city.manifest.tilesets.map((tileset) => tileset.id), 'zones', 'shelters', 'groundMap'];
  return Object.fromEntries(ids.map((id) => [id, { visible: true, opacity: 1 }]));
}

/** Each tileset counts as one file on its way until the scene tells of it. */
export function pendingTilesets(city: OpenCity): Record<string, number> {
  return Object.fromEntries(city.manifest.tilesets.map(({ id }) => [id, 1]));
}

/** What can happen to the catalog and the open city. */
export const cityFacts = {
  catalogRequested: (_state: WorkspaceState, run: number): Change => ({
    catalog: { status: 'running', run, step: 'catalog', fraction: null },
  }),
  catalogLoaded: (state: WorkspaceState, run: number, catalog: Catalog): Change =>
    isCurrent(state.catalog, run) ? { catalog: { status: 'ready', value: catalog } } : NO_CHANGE,
  catalogFailed: (state: WorkspaceState, run: number, issue: Issue): Change =>
    isCurrent(state.catalog, run) ? { catalog: { status: 'failed', issue } } : NO_CHANGE,
  cityRequested: (_state: WorkspaceState, run: number, cityId: string): Change => ({
    opening: { status: 'running', run, cityId },
  }),
  cityOpened: (state: WorkspaceState, run: number, city: OpenCity, issues: Issue[]): Change => {
    if (!isCurrent(state.opening, run)) return NO_CHANGE;
    return {
      opening: { status: 'idle' },
      city: { status: 'ready', value: city },
      layers: layersOf(city),
      selection: null,
      hover: null,
      cursor: null,
      exposure: { status: 'idle' },
      document: documentOfZones(city.zones),
      history: EMPTY_HISTORY,
      log: EMPTY_LOG,
      merge: null,
      storage: { status: 'opening' },
      sketch: null,
      rowSelection: null,
      buildingStyle: PLAIN_STYLE,
      buildingColours: { status: 'idle' },
      shownViewId: null,
      presenting: false,
      pendingTiles: pendingTilesets(city),
      sun: initialSun(city.manifest.extent),
      issues,
      flight: { key: (state.flight?.key ?? 0) + 1, target: { extent: city.manifest.extent } },
    };
  },
  cityFailed: (state: WorkspaceState, run: number, cityId: string, issue: Issue): Change =>
    isCurrent(state.opening, run) ? { opening: { status: 'failed', cityId, issue } } : NO_CHANGE,
  cityFailureDismissed: (state: WorkspaceState): Change =>
    state.opening.status === 'failed' ? { opening: { status: 'idle' } } : NO_CHANGE,
};

function isCurrent(holder: { status: string; run?: number }, run: number): boolean {
  return holder.status === 'running' && holder.run === run;
}
