import { isSameItem } from './same-item.ts';
import type { CollectionName, DocumentItem, WorkspaceDocument } from './workspace-document.ts';
import type { DocumentChange } from './workspace-edit.ts';

/** Every collection of a workspace document, in the order in which differences are listed. */
export const COLLECTIONS = ['zones', 'versions', 'views', 'strategies'] as const satisfies CollectionName[];

/** The change of one item; `before` and `after` must be items of the collection, null = not there. */
export function changeItem(
  collection: CollectionName,
  id: string,
  before: DocumentItem | null,
  after: DocumentItem | null,
): DocumentChange {
  return { collection, id, before, after } as DocumentChange;
}

/** Item of a document by collection and id, null when there is none. */
export function itemOf(document: WorkspaceDocument, collection: CollectionName, id: string): DocumentItem | null {
  return Object.hasOwn(document[collection], id) ? (document[collection][id] ?? null) : null;
}

/**
 * What turns one document into another: only the items that differ, by collection and id;
 * `applyEdit(from, { changes })` equals `to`. Empty when both say the same.
 */
export function differDocuments(from: WorkspaceDocument, to: WorkspaceDocument): DocumentChange[] {
  return COLLECTIONS.flatMap((collection) => {
    if (from[collection] === to[collection]) return [];
    const ids = new Set([...Object.keys(from[collection]), ...Object.keys(to[collection])]);
    return [...ids].sort().flatMap((id) => {
      const [before, after] = [itemOf(from, collection, id), itemOf(to, collection, id)];
      return isSameItem(before, after) ? [] : [changeItem(collection, id, before, after)];
    });
  });
}
