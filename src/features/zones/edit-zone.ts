import { describeZoneEdit } from '../../core/zones/describe-zone-edit.ts';
import { listZoneDifferences } from '../../core/zones/list-zone-differences.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { recordEdit } from '../record-edit.ts';

/** What is stated of a zone; `undefined` takes a statement back. */
export type ZonePropertiesChange = { [K in keyof Zone['properties']]?: Zone['properties'][K] | undefined };

/** A zone with some statements changed. */
export function withProperties(zone: Zone, change: ZonePropertiesChange): Zone {
  const entries = Object.entries({ ...zone.properties, ...change }).filter(([, value]) => value !== undefined);
  return { ...zone, properties: Object.fromEntries(entries) as Zone['properties'] };
}

/** Changes what is stated of a zone as one undoable step that says in words what it did; nothing new is no step. */
export function editZone(zoneId: string, change: ZonePropertiesChange): void {
  const before = workspaceStore.getState().document.zones[zoneId];
  if (!before) return;
  const after = withProperties(before, change);
  if (listZoneDifferences(before, after).length === 0) return;
  recordEdit(describeZoneEdit(before, after), [{ collection: 'zones', id: zoneId, before, after }]);
}
