import { type MergeChoice, settleMerge } from '../../core/workspace/settle-merge.ts';
import { happened } from '../../state/happened.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { recordEdit } from '../record-edit.ts';
import { workspaceKeeper } from './workspace-keeper.ts';

/** Carries the waiting merge out as one undoable step; how many items it changed. */
export function decideMerge(choices: Readonly<Record<string, MergeChoice>>): number {
  const { merge: offer, document } = workspaceStore.getState();
  if (!offer) return 0;
  const changes = settleMerge(document, offer.merge, choices);
  const code = offer.origin.kind === 'file' ? 'workspace.merged' : 'workspace.packageTaken';
  if (changes.length > 0) recordEdit({ code, values: { count: changes.length } }, changes);
  happened.mergeOffered(null);
  if (offer.origin.kind === 'package') workspaceKeeper.conflictsDecided();
  return changes.length;
}
