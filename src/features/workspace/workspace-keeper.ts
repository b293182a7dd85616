import { documentOfZones } from '../../core/workspace/document-of-zones.ts';
import { identifyZones } from '../../core/workspace/package-identity.ts';
import { createWorkspaceDatabase } from '../../data/workspace-database.ts';
import type { OpenCity, WorkspaceState } from '../../state/workspace.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { EditSession } from './edit-session.ts';

let session: EditSession | null = null;
/** Closing of the city before: the same city must not be opened while its last entries are being written. */
let closing: Promise<void> = Promise.resolve();
let seen = 0;

/** Keeps the work of whichever city is open. Call it once, before anything else follows the store. */
function start(): void {
  workspaceStore.subscribe(followStore);
  window.addEventListener('beforeunload', (event) => {
    if (isAtRisk(workspaceStore.getState())) event.preventDefault();
  });
}

/** Edits that would be gone with the page. */
function isAtRisk({ storage, history }: WorkspaceState): boolean {
  if (storage.status === 'kept') return storage.pending > 0;
  return storage.status === 'memory' && history.done.length + history.undone.length > 0;
}

function followStore(state: WorkspaceState, before: WorkspaceState): void {
  if (state.city !== before.city && state.city.status === 'ready') openSession(state.city.value);
  // Facts may be recorded while this one is told: the newest state has the whole log.
  const { log } = workspaceStore.getState();
  const fresh = log.recent.slice(Math.max(0, log.recent.length - (log.count - seen)));
  seen = log.count;
  for (const entry of fresh) session?.take(entry);
}

function openSession(city: OpenCity): void {
  closing = session?.close() ?? closing;
  seen = 0;
  const { id } = city.manifest;
  const work = {
    cityId: id,
    packageIdentity: identifyZones(city.manifest),
    document: documentOfZones(city.zones),
    database: createWorkspaceDatabase(),
  };
  session = new EditSession(work, closing);
}

/** Keeping the work of the open city: on disk, and in step with other tabs. */
export const workspaceKeeper = {
  start,
  takeOver: (): void => session?.takeOver(),
  retry: (): void => session?.retry(),
  conflictsDecided: (): void => session?.conflictsDecided(),
};
