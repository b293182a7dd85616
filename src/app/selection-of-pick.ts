import type { ScenePick } from '../core/city/scene-pick.ts';
import { findZonesAt } from '../core/zones/find-zones.ts';
import { selectCity } from '../state/select-city.ts';
import { selectSortedZones } from '../state/select-sorted-zones.ts';
import type { Selection, WorkspaceState } from '../state/workspace.ts';

/**
 * What a pick selects: the element or shelter that was hit; on the ground, or on something without a row, the
 * highest visible zone at that place.
 */
export function selectionOfPick(state: WorkspaceState, pick: ScenePick | null): Selection | null {
  const city = selectCity(state);
  if (!pick || !city) return null;
  if (pick.kind === 'shelter') return { kind: 'shelter', id: pick.id };
  if (pick.kind === 'element' && pick.row !== null) {
    const tileset = city.manifest.tilesets.find((entry) => entry.id === pick.tilesetId);
    return tileset
      ? { kind: 'element', table: tileset.table, tilesetId: tileset.id, row: pick.row, position: pick.position }
      : null;
  }
  if (!pick.position || !state.layers.zones?.visible) return null;
  const [highest] = selectSortedZones(findZonesAt(city.zones, [pick.position.lon, pick.position.lat]));
  return highest ? { kind: 'zone', id: highest.properties.id } : null;
}
