import type { WorkspaceDocument } from '../core/workspace/workspace-document.ts';
import type { Zone } from '../core/zones/zone.ts';

const known = new WeakMap<WorkspaceDocument['zones'], Zone[]>();

/** The zones of a document as a list, ordered by id; the same list for the same zones. */
export function selectZones(document: WorkspaceDocument): Zone[] {
  const before = known.get(document.zones);
  if (before) return before;
  const zones = Object.keys(document.zones)
    .sort()
    .map((id) => document.zones[id]!);
  known.set(document.zones, zones);
  return zones;
}
