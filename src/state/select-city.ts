import type { OpenCity, WorkspaceState } from './workspace.ts';

/** The open city, `null` before the first one is here. */
export function selectCity(state: WorkspaceState): OpenCity | null {
  return state.city.status === 'ready' || state.city.status === 'stale' ? state.city.value : null;
}
