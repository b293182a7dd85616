import { changeItem, itemOf } from './document-difference.ts';
import { isSameItem } from './same-item.ts';
import type { CollectionName, DocumentItem, WorkspaceDocument } from './workspace-document.ts';
import type { DocumentChange } from './workspace-edit.ts';

/** An item that both sides changed, each in its own way; null on a side = deleted there. */
export interface MergeConflict {
  collection: CollectionName;
  id: string;
  /** What both started from, null when both made it new. */
  base: DocumentItem | null;
  mine: DocumentItem | null;
  theirs: DocumentItem | null;
}

/** Work of someone else sorted against one's own, by id. */
export interface WorkspaceMerge {
  /** Taken without a question: only the other side changed it. */
  adopted: DocumentChange[];
  /** Items that say the same on both sides. */
  identicalCount: number;
  conflicts: MergeConflict[];
}

/**
 * Three-way merge by id of another side's changes into a document. `before` of a change is what the other side started
 * from: where one's own item still says that, the change is adopted; where both sides changed it alike, it is identical;
 * everything else is a conflict. Own items that the other side did not touch stay.
 */
export function mergeWorkspace(document: WorkspaceDocument, theirs: readonly DocumentChange[]): WorkspaceMerge {
  const merge: WorkspaceMerge = { adopted: [], identicalCount: 0, conflicts: [] };
  for (const { collection, id, before, after } of theirs) {
    const mine = itemOf(document, collection, id);
    if (isSameItem(mine, after)) merge.identicalCount += 1;
    else if (isSameItem(mine, before)) merge.adopted.push(changeItem(collection, id, mine, after));
    else if (!isSameItem(before, after)) merge.conflicts.push({ collection, id, base: before, mine, theirs: after });
  }
  return merge;
}
