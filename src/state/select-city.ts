import { selectZones } from './select-zones.ts';
import type { OpenCity, WorkspaceState } from './workspace.ts';

let last: { city: OpenCity; zones: OpenCity['zones']; edited: OpenCity } | null = null;

/** The open city with its zones as edited, `null` before the first one is here; the same object until something changes. */
export function selectCity(state: WorkspaceState): OpenCity | null {
  if (state.city.status !== 'ready' && state.city.status !== 'stale') return null;
  const city = state.city.value;
  const zones = selectZones(state.document);
  if (last?.city !== city || last.zones !== zones) last = { city, zones, edited: { ...city, zones } };
  return last.edited;
}
