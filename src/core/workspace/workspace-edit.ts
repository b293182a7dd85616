import { z } from 'zod';
import { zoneSchema } from '../zones/zone.ts';
import {
  type CollectionName,
  type DocumentItem,
  savedViewSchema,
  strategyEntrySchema,
  type WorkspaceDocument,
  zoneVersionSchema,
} from './workspace-document.ts';

function changeOf<C extends CollectionName, T extends z.ZodType<DocumentItem<C>>>(collection: C, item: T) {
  return z.object({
    collection: z.literal(collection),
    id: z.string(),
    before: item.nullable(),
    after: item.nullable(),
  });
}

/** One item that an edit puts, replaces or deletes: `before` is null when it is new, `after` when it is deleted. */
export const documentChangeSchema = z.discriminatedUnion('collection', [
  changeOf('zones', zoneSchema),
  changeOf('versions', zoneVersionSchema),
  changeOf('views', savedViewSchema),
  changeOf('strategies', strategyEntrySchema),
]);
export type DocumentChange = z.infer<typeof documentChangeSchema>;

/**
 * One step of work as a value: what it put and deleted, and in words (message key `history:step.<code>` with values)
 * what it did. Its inverse swaps `before` and `after`; undo, redo, autosave and the history list all read the same edits.
 */
export const workspaceEditSchema = z.object({
  id: z.string(),
  /** ISO 8601 instant. */
  at: z.string(),
  step: z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
  changes: z.array(documentChangeSchema).min(1),
});
export type WorkspaceEdit = z.infer<typeof workspaceEditSchema>;

/** Steps that were done and can be undone, newest last; steps that were undone and can be redone, next one last. */
export interface EditHistory {
  done: readonly WorkspaceEdit[];
  undone: readonly WorkspaceEdit[];
}

export const EMPTY_HISTORY: EditHistory = { done: [], undone: [] };

/** Puts the `after` of every change into the document; untouched collections stay the same objects. */
export function applyEdit(document: WorkspaceDocument, edit: Pick<WorkspaceEdit, 'changes'>): WorkspaceDocument {
  return putAll(
    document,
    edit.changes.map(({ collection, id, after }) => ({ collection, id, item: after })),
  );
}

/** Puts the `before` of every change back, last change first: `revertEdit(applyEdit(d, e), e)` equals `d`. */
export function revertEdit(document: WorkspaceDocument, edit: Pick<WorkspaceEdit, 'changes'>): WorkspaceDocument {
  return putAll(
    document,
    edit.changes.map(({ collection, id, before }) => ({ collection, id, item: before })).reverse(),
  );
}

/** Every collection is copied once, however many of its items are put: an import brings thousands. */
function putAll(
  document: WorkspaceDocument,
  puts: readonly { collection: CollectionName; id: string; item: DocumentItem | null }[],
): WorkspaceDocument {
  const touched = new Map<CollectionName, Map<string, DocumentItem>>();
  for (const { collection, id, item } of puts) {
    const items = touched.get(collection) ?? new Map<string, DocumentItem>(Object.entries(document[collection]));
    touched.set(collection, items);
    if (item) items.set(id, item);
    else items.delete(id);
  }
  return { ...document, ...Object.fromEntries([...touched].map(([name, items]) => [name, Object.fromEntries(items)])) };
}
