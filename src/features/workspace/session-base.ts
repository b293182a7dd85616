import type { EditedDocument } from '../../core/workspace/edit-log.ts';
import type { WorkspaceDocument } from '../../core/workspace/workspace-document.ts';
import type { WorkspaceDatabase } from '../../data/workspace-database.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import type { TabChannel } from './tab-channel.ts';

/** What the keeping of one open city stands on. */
export interface SessionBase {
  cityId: string;
  packageIdentity: string;
  /** The package's own document, before any edit. */
  document: WorkspaceDocument;
  database: WorkspaceDatabase;
  channel: TabChannel;
}

/** The work as this tab shows it. */
export function presentWork(): EditedDocument {
  const { document, history } = workspaceStore.getState();
  return { document, history };
}
