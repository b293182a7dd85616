import type { ScenePick } from '../core/city/scene-pick.ts';
import { findZonesAt } from '../core/zones/find-zones.ts';
import { selectCity } from '../state/select-city.ts';
import { selectSortedZones } from '../state/select-sorted-zones.ts';
import type { Selection, WorkspaceState } from '../state/workspace.ts';

/**
 * What a pick selects: the element or shelter that was hit; on the ground, or on something without a row, the
 * highest visible zone at that place.
 * @param passesOn The zone that is selected already gives way to the next lower one at that place, the lowest to the highest.
 */
export function selectionOfPick(state: WorkspaceState, pick: ScenePick | null, passesOn = false): Selection | null {
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
  const ids = selectSortedZones(findZonesAt(city.zones, [pick.position.lon, pick.position.lat])).map(
    (zone) => zone.properties.id,
  );
  const selected = passesOn && state.selection?.kind === 'zone' ? ids.indexOf(state.selection.id) : -1;
  const id = ids[(selected + 1) % ids.length];
  return id === undefined ? null : { kind: 'zone', id };
}
