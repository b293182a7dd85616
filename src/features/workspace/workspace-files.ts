import type { Issue } from '../../core/city/issue.ts';
import { differDocuments } from '../../core/workspace/document-difference.ts';
import { documentOfZones } from '../../core/workspace/document-of-zones.ts';
import { mergeWorkspace } from '../../core/workspace/merge-workspace.ts';
import { identifyZones } from '../../core/workspace/package-identity.ts';
import { formatWorkspaceFile, MAX_FILE_BYTES, parseWorkspaceFile } from '../../core/workspace/workspace-file.ts';
import { happened } from '../../state/happened.ts';
import type { OpenCity } from '../../state/workspace.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { saveFile } from '../save-file.ts';
import { decideMerge } from './decide-merge.ts';

const MEGABYTE = 1024 * 1024;

/** What the opening of a file came to. */
export type Opened =
  | { status: 'merged'; file: string; changed: number; identical: number }
  /** The dialog asks about the conflicts. */
  | { status: 'asked' }
  | { status: 'refused'; issue: Issue };

/** The package of the open city as it was before any edit. */
function openPackage(): OpenCity | null {
  const { city } = workspaceStore.getState();
  return city.status === 'ready' || city.status === 'stale' ? city.value : null;
}

/** Hands the work of the open city to the user as one file. */
export function saveWorkspaceFile(): void {
  const city = openPackage();
  if (!city) return;
  const { id, name } = city.manifest;
  const text = formatWorkspaceFile({
    cityId: id,
    cityName: name,
    package: { identity: identifyZones(city.manifest) },
    savedAt: new Date().toISOString(),
    changes: differDocuments(documentOfZones(city.zones), workspaceStore.getState().document),
  });
  saveFile(`${id}.workspace.json`, text, 'application/json');
}

/** Merges a file into the work of the open city: at once as one undoable step, or after the conflicts were decided. */
export async function openWorkspaceFile(file: File): Promise<Opened> {
  if (file.size > MAX_FILE_BYTES) {
    const values = { megabytes: Math.ceil(file.size / MEGABYTE), limit: MAX_FILE_BYTES / MEGABYTE };
    return {
      status: 'refused',
      issue: { code: 'workspace.tooLarge', severity: 'error', place: { file: file.name }, values },
    };
  }
  const text = await file.text();
  const city = openPackage();
  if (!city) return { status: 'asked' };
  const parsed = parseWorkspaceFile(text, file.name, city.manifest.id);
  if (!parsed.ok) return { status: 'refused', issue: parsed.issue };
  const merge = mergeWorkspace(workspaceStore.getState().document, parsed.value.changes);
  happened.mergeOffered({ origin: { kind: 'file', name: file.name }, merge });
  if (merge.conflicts.length > 0) return { status: 'asked' };
  return { status: 'merged', file: file.name, changed: decideMerge({}), identical: merge.identicalCount };
}

/** How many items of the open city differ from its package. */
export function countOwnChanges(): number {
  const city = openPackage();
  return city ? differDocuments(documentOfZones(city.zones), workspaceStore.getState().document).length : 0;
}
