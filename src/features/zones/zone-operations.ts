import type { Outcome } from '../../core/city/issue.ts';
import type { Projection } from '../../core/crs/projection.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { zoneExtent } from '../../core/zones/zone-extent.ts';
import { happened } from '../../state/happened.ts';
import { selectCity } from '../../state/select-city.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { recordEdit } from '../record-edit.ts';
import { selectEditingBar } from './editing-bar.ts';
import { loadProjection } from './load-projection.ts';
import { changeOfZone, copyZone, measureZoneArea, nameOfZone, recordOutline } from './zone-edits.ts';

/** A copy lies beside its original by this share of the original's width. */
const COPY_OFFSET_SHARE = 0.15;

type Work<T> = (projection: Projection, zone: Zone) => Outcome<T> | Promise<Outcome<T>>;

/** Runs an operation on a zone of the document; what stands against it is told in the tool bar. */
export async function operateOnZone(zoneId: string, work: Work<void>): Promise<void> {
  const city = selectCity(workspaceStore.getState());
  if (!city) return;
  happened.drawingSet({ refused: null });
  const projection = await loadProjection(city.manifest.projectCrs);
  const state = workspaceStore.getState();
  const zone = state.document.zones[zoneId];
  if (!zone || selectEditingBar(state, null) === 'following') return;
  const outcome = projection.ok ? await work(projection.value, zone) : projection;
  if (!outcome.ok) happened.drawingSet({ refused: outcome.issue });
}

const DONE: Outcome<void> = { ok: true, value: undefined };

/** Widens a zone by metres, or narrows it by negative ones. */
export function bufferZoneBy(zoneId: string, meters: number): Promise<void> {
  return operateOnZone(zoneId, async (projection, zone) => {
    const { bufferZone } = await import('../../core/zones/editing/buffer-zone.ts');
    const geometry = bufferZone(zone, meters, projection);
    if (!geometry.ok) return geometry;
    recordOutline('zone.buffered', zone, { ...zone, geometry: geometry.value }, projection, { byMeters: meters });
    return DONE;
  });
}

/** Unites a zone with another one, which goes; what is stated of the first stays. */
export function mergeZoneWith(zoneId: string, otherId: string): Promise<void> {
  return combine(zoneId, otherId, 'union');
}

/** Takes another zone's area out of a zone; the other stays as it is. */
export function subtractZone(zoneId: string, otherId: string): Promise<void> {
  return combine(zoneId, otherId, 'difference');
}

function combine(zoneId: string, otherId: string, operation: 'union' | 'difference'): Promise<void> {
  return operateOnZone(zoneId, async (projection, zone) => {
    const other = workspaceStore.getState().document.zones[otherId];
    if (!other) return DONE;
    const { combineZones } = await import('../../core/zones/editing/combine-zones.ts');
    const geometry = combineZones(operation, [zone, other], projection);
    if (!geometry.ok) return geometry;
    const after = { ...zone, geometry: geometry.value };
    const values = { other: nameOfZone(other) };
    if (operation === 'difference') {
      recordOutline('zone.subtracted', zone, after, projection, values);
    } else {
      recordOutline('zone.merged', zone, after, projection, values, [changeOfZone(other, null)]);
    }
    return DONE;
  });
}

/** Puts a copy of a zone beside it and selects it; the copy is a draft. */
export function duplicateZone(zoneId: string, copyName: (name: string) => string): Promise<void> {
  return operateOnZone(zoneId, async (projection, zone) => {
    const { shiftZone } = await import('../../core/zones/editing/shift-zone.ts');
    const [west, south, east] = zoneExtent(zone);
    const [left, right] = [projection.fromLonLat(west, south), projection.fromLonLat(east, south)];
    const offset = Math.hypot(right[0] - left[0], right[1] - left[1]) * COPY_OFFSET_SHARE;
    const geometry = shiftZone(zone, [offset, -offset], projection);
    if (!geometry.ok) return geometry;
    const copy = copyZone(zone, geometry.value, copyName(nameOfZone(zone)));
    recordEdit({ code: 'zone.duplicated', values: { other: nameOfZone(zone), name: nameOfZone(copy) } }, [
      changeOfZone(null, copy),
    ]);
    happened.featurePicked({ kind: 'zone', id: copy.properties.id });
    return DONE;
  });
}

/** Deletes a zone that is not approved; its versions stay, so that undoing brings everything back. */
export async function deleteZone(zoneId: string): Promise<void> {
  if (selectEditingBar(workspaceStore.getState(), zoneId)) return;
  await operateOnZone(zoneId, (projection, zone) => {
    recordEdit(
      {
        code: 'zone.deleted',
        values: { name: nameOfZone(zone), areaSquareMeters: measureZoneArea(zone, projection) },
      },
      [changeOfZone(zone, null)],
    );
    return DONE;
  });
}
