import type { WorkspaceDocument, ZoneVersion } from '../../core/workspace/workspace-document.ts';
import type { DocumentChange } from '../../core/workspace/workspace-edit.ts';
import { describeZoneEdit } from '../../core/zones/describe-zone-edit.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { createId, recordEdit } from '../record-edit.ts';
import { withProperties } from './edit-zone.ts';
import { changeOfZone, nameOfZone } from './zone-edits.ts';

export type ZoneStatus = NonNullable<Zone['properties']['status']>;

/** Versions of a zone, newest first. */
export function listZoneVersions(versions: WorkspaceDocument['versions'], zoneId: string): ZoneVersion[] {
  return Object.values(versions)
    .filter((version) => version.zoneId === zoneId)
    .sort((a, b) => b.number - a.number);
}

function versionOf(zone: Zone, note: string): ZoneVersion {
  const zoneId = zone.properties.id;
  const [newest] = listZoneVersions(workspaceStore.getState().document.versions, zoneId);
  const number = (newest?.number ?? 0) + 1;
  return { id: createId(), zoneId, number, at: new Date().toISOString(), note, zone };
}

function changeOfVersion(before: ZoneVersion | null, after: ZoneVersion | null): DocumentChange {
  return { collection: 'versions', id: (after ?? before)!.id, before, after };
}

const stepValues = (zone: Zone, { number }: ZoneVersion) => ({ name: nameOfZone(zone), number });

/** Keeps a zone as it is now, so that later states can be compared with it. */
export function keepVersion(zone: Zone, note: string): void {
  const version = versionOf(zone, note.trim());
  recordEdit({ code: 'version.kept', values: stepValues(zone, version) }, [changeOfVersion(null, version)]);
}

/** Moves a zone to another state of its review and keeps it as a version, in one step. A draft has no reviewer. */
export function changeStatus(zone: Zone, status: ZoneStatus, reviewer: string, note: string): void {
  const after = withProperties(zone, { status, reviewer: status === 'draft' ? undefined : reviewer.trim() });
  // What went back to draft was kept when it was reviewed or approved.
  const kept = status === 'draft' ? [] : [changeOfVersion(null, versionOf(after, note))];
  recordEdit(describeZoneEdit(zone, after), [changeOfZone(zone, after), ...kept]);
}

/** Makes a zone what it was in a version; since nobody reviewed it again, it is a draft. */
export function restoreVersion(zone: Zone, version: ZoneVersion): void {
  const after = withProperties(version.zone, { status: 'draft', reviewer: undefined });
  recordEdit({ code: 'version.restored', values: stepValues(zone, version) }, [changeOfZone(zone, after)]);
}

/** Forgets a version of a zone. */
export function deleteVersion(zone: Zone, version: ZoneVersion): void {
  recordEdit({ code: 'version.deleted', values: stepValues(zone, version) }, [changeOfVersion(version, null)]);
}
