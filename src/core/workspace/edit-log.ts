import { z } from 'zod';
import type { WorkspaceDocument } from './workspace-document.ts';
import { applyEdit, type EditHistory, revertEdit, workspaceEditSchema } from './workspace-edit.ts';

/** One entry of the change log: an edit, or that the newest done (undone) one was taken back (done again). */
export const logEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('did'), edit: workspaceEditSchema }),
  z.object({ kind: z.literal('undid'), editId: z.string() }),
  z.object({ kind: z.literal('redid'), editId: z.string() }),
]);
export type LogEntry = z.infer<typeof logEntrySchema>;

/** Document and history together: what the log leads to. */
export interface EditedDocument {
  document: WorkspaceDocument;
  history: EditHistory;
}

/**
 * Takes the next entry of the change log in. A new edit forgets what was undone. An undo or redo of another edit than
 * the next one changes nothing.
 * @returns The same object when nothing changed.
 */
export function takeEntry(state: EditedDocument, entry: LogEntry): EditedDocument {
  const { document, history } = state;
  if (entry.kind === 'did') {
    return { document: applyEdit(document, entry.edit), history: { done: [...history.done, entry.edit], undone: [] } };
  }
  const source = entry.kind === 'undid' ? history.done : history.undone;
  const edit = source.at(-1);
  if (!edit || edit.id !== entry.editId) return state;
  return entry.kind === 'undid'
    ? {
        document: revertEdit(document, edit),
        history: { done: history.done.slice(0, -1), undone: [...history.undone, edit] },
      }
    : {
        document: applyEdit(document, edit),
        history: { done: [...history.done, edit], undone: history.undone.slice(0, -1) },
      };
}
