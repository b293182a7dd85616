import { differDocuments } from '../../core/workspace/document-difference.ts';
import { documentOfZones } from '../../core/workspace/document-of-zones.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { recordEdit } from '../record-edit.ts';

/** Takes all of one's own work back to the package, as one step that can be undone. */
export function startOver(): void {
  const { city, document } = workspaceStore.getState();
  if (city.status !== 'ready' && city.status !== 'stale') return;
  const changes = differDocuments(document, documentOfZones(city.value.zones));
  if (changes.length > 0) recordEdit({ code: 'workspace.startedOver', values: { count: changes.length } }, changes);
}
