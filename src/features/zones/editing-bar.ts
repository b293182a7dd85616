import { selectCity } from '../../state/select-city.ts';
import type { WorkspaceState } from '../../state/workspace.ts';

/** Why zones, or one zone, cannot be changed now; its words are in the messages under `bar`. */
export type EditingBar = 'noCity' | 'following' | 'noZone' | 'approved';

/** What stands against drawing new zones in this tab; `null` = nothing does. */
export function selectDrawingBar(state: WorkspaceState): EditingBar | null {
  if (!selectCity(state)) return 'noCity';
  return state.storage.status === 'following' ? 'following' : null;
}

/** What stands against changing a zone. An approved zone stays as it was approved until it is set back to draft. */
export function selectEditingBar(state: WorkspaceState, zoneId: string | null): EditingBar | null {
  const bar = selectDrawingBar(state);
  if (bar) return bar;
  const zone = zoneId === null ? undefined : state.document.zones[zoneId];
  if (!zone) return 'noZone';
  return zone.properties.status === 'approved' ? 'approved' : null;
}

/** The zone that is selected, by id. */
export function selectZoneId(state: WorkspaceState): string | null {
  return state.selection?.kind === 'zone' ? state.selection.id : null;
}
