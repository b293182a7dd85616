import { z } from 'zod';
import { changeItem, differDocuments, itemOf } from './document-difference.ts';
import { type EditedDocument, type LogEntry, takeEntry } from './edit-log.ts';
import type { MergeConflict } from './merge-workspace.ts';
import { isSameItem } from './same-item.ts';
import type { DocumentItem, WorkspaceDocument } from './workspace-document.ts';
import {
  applyEdit,
  type DocumentChange,
  type EditHistory,
  EMPTY_HISTORY,
  type WorkspaceEdit,
} from './workspace-edit.ts';

/**
 * The state of a city's workspace up to a place in its change log, as kept on disk. Only this app writes it, so items
 * are taken as they are: checking every position of every step again would hold up the opening of the city.
 */
export const keptWorkspaceSchema = z.object({
  format: z.literal(1),
  cityId: z.string(),
  /** Of the package that `changes` are laid over; see `identifyZones`. */
  packageIdentity: z.string(),
  /** Number of the last log entry that is contained. */
  sequence: z.number().int().nonnegative(),
  /** What differs from the package; `before` is the package's item. */
  changes: z.array(z.custom<DocumentChange>()),
  history: z.object({ done: z.array(z.custom<WorkspaceEdit>()), undone: z.array(z.custom<WorkspaceEdit>()) }),
  /** Items that user and a newer package both changed and that nobody has decided yet. */
  conflicts: z.array(z.custom<MergeConflict>()),
});
export type KeptWorkspace = z.infer<typeof keptWorkspaceSchema>;

/** A workspace as it stands again after a reload. */
export interface RestoredWorkspace {
  edited: EditedDocument;
  /** Number of the last log entry. */
  sequence: number;
  conflicts: MergeConflict[];
  /** True when the package is another than the one that the kept state was laid over. */
  packageChanged: boolean;
}

/** Steps of the history that a kept state holds in each direction; must be at least the entries between two states. */
export const KEPT_STEPS = 200;

/** What is kept of a workspace: differences from the package and the last `KEPT_STEPS` steps in both directions. */
export function keepWorkspaceState(
  package_: { cityId: string; packageIdentity: string; document: WorkspaceDocument },
  { document, history }: EditedDocument,
  sequence: number,
  conflicts: readonly MergeConflict[],
): KeptWorkspace {
  return {
    format: 1,
    cityId: package_.cityId,
    packageIdentity: package_.packageIdentity,
    sequence,
    changes: differDocuments(package_.document, document),
    history: shortenHistory(history),
    conflicts: [...conflicts],
  };
}

function shortenHistory({ done, undone }: EditHistory): { done: WorkspaceEdit[]; undone: WorkspaceEdit[] } {
  return { done: done.slice(-KEPT_STEPS), undone: undone.slice(-KEPT_STEPS) };
}

/**
 * Lays the kept state and the log entries after it over the package as it is now. Where the package changed an item that
 * the user changed too, the user's stays and the pair is listed as a conflict (mine = user's, theirs = package's); items
 * that only the package changed are the package's.
 * @param entries Oldest first, the first one follows the kept state.
 */
export function restoreWorkspace(
  package_: { packageIdentity: string; document: WorkspaceDocument },
  kept: KeptWorkspace | null,
  entries: readonly LogEntry[],
): RestoredWorkspace {
  const start = startOf(package_.document, kept, entries);
  const before = {
    document: applyEdit(start, { changes: kept?.changes ?? [] }),
    history: kept?.history ?? EMPTY_HISTORY,
  };
  const replayed = entries.reduce(takeEntry, before);
  const changes = differDocuments(start, replayed.document);
  const packageChanged = kept !== null && kept.packageIdentity !== package_.packageIdentity;
  const fresh = changes.flatMap((change): MergeConflict[] => {
    const { collection, id, before: base, after: mine } = change;
    const theirs = itemOf(package_.document, collection, id);
    return isSameItem(theirs, base) || isSameItem(theirs, mine) ? [] : [{ collection, id, base, mine, theirs }];
  });
  const document = applyEdit(package_.document, { changes });
  const open = (kept?.conflicts ?? []).filter(
    ({ collection, id, theirs }) =>
      !isSameItem(itemOf(document, collection, id), theirs) &&
      !fresh.some((one) => one.collection === collection && one.id === id),
  );
  return {
    edited: { document, history: replayed.history },
    sequence: (kept?.sequence ?? 0) + entries.length,
    conflicts: [...open, ...fresh],
    packageChanged,
  };
}

/** The package's document as the user's first change of each item found it: of untouched items the present package's. */
function startOf(
  document: WorkspaceDocument,
  kept: KeptWorkspace | null,
  entries: readonly LogEntry[],
): WorkspaceDocument {
  const found = new Map<string, DocumentChange>();
  const note = ({ collection, id }: DocumentChange, item: DocumentItem | null): void => {
    const key = `${collection}/${id}`;
    if (!found.has(key)) found.set(key, changeItem(collection, id, null, item));
  };
  for (const change of kept?.changes ?? []) note(change, change.before);
  const edits = new Map(
    [...(kept?.history.done ?? []), ...(kept?.history.undone ?? [])].map((edit) => [edit.id, edit]),
  );
  for (const entry of entries) {
    if (entry.kind === 'did') edits.set(entry.edit.id, entry.edit);
    const edit = entry.kind === 'did' ? entry.edit : edits.get(entry.editId);
    for (const change of edit?.changes ?? []) note(change, entry.kind === 'undid' ? change.after : change.before);
  }
  return applyEdit(document, { changes: [...found.values()] });
}
