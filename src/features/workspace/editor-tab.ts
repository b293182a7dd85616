import { differDocuments } from '../../core/workspace/document-difference.ts';
import { type LogEntry, takeEntry } from '../../core/workspace/edit-log.ts';
import { keepWorkspaceState, restoreWorkspace } from '../../core/workspace/kept-workspace.ts';
import { EMPTY_HISTORY } from '../../core/workspace/workspace-edit.ts';
import type { StoredWork } from '../../data/workspace-database.ts';
import { happened } from '../../state/happened.ts';
import { presentWork, type SessionBase } from './session-base.ts';
import { createWorkWriter, type WorkWriter } from './work-writer.ts';

/** The tab that edits: every entry goes to disk and to the tabs that follow. */
export interface EditorTab {
  /** Number of the last entry. */
  readonly sequence: number;
  take(entry: LogEntry): void;
  /** Tells the tabs that follow all there is. */
  postState(): void;
  /** Tries once more to write what lives in memory only. */
  retry(): void;
  /** The pairs that a newer package left open have been decided. */
  conflictsDecided(): void;
  /** Falls silent; resolves when what was on its way is written. */
  end(): Promise<void>;
}

interface EditorStart {
  /** Entries that were taken in before the disk was read. */
  early: readonly LogEntry[];
  /** Number of the last entry that this tab shows, when it followed before. */
  shown: number;
}

/**
 * Reads what is on disk, shows it and opens the writing; null when it cannot be read (the store says why) or is no
 * longer wanted by then.
 */
export async function openEditorTab(
  base: SessionBase,
  { early, shown }: EditorStart,
  isWanted: () => boolean,
): Promise<EditorTab | null> {
  const read = await base.database.read(base.cityId);
  if (!isWanted()) return null;
  if (!read.ok) {
    happened.storageChanged({ status: 'memory', issue: read.issue });
    return null;
  }
  const stored = read.value;
  const restored = restoreWorkspace(base, stored.kept, stored.entries);
  if (stored.damaged && !((await setAside(base)) && isWanted())) return null;
  // Edits of the tab before that did not reach the disk any more came over the channel.
  const isAhead = shown > restored.sequence;
  if (!isAhead && restored.sequence > 0) happened.documentRestored(early.reduce(takeEntry, restored.edited));
  let { conflicts } = restored;
  let active = true;
  const writer = createWorkWriter({
    cityId: base.cityId,
    database: base.database,
    ...startOfLog(base, stored),
    buildState: (sequence) => keepWorkspaceState(base, presentWork(), sequence, conflicts),
    report: (storage) => active && happened.storageChanged(storage),
  });
  happened.storageChanged({ status: 'kept', pending: 0 });
  if (isAhead || stored.damaged || restored.packageChanged) writer.writeState(Math.max(shown, restored.sequence));
  for (const entry of early) writer.take(entry);
  if (conflicts.length > 0) {
    happened.mergeOffered({ origin: { kind: 'package' }, merge: { adopted: [], identicalCount: 0, conflicts } });
  }
  return {
    ...editing(base, writer),
    conflictsDecided: () => {
      conflicts = [];
      writer.writeState();
    },
    end: async () => {
      // At once: by the time the last entry is on disk another city may be open.
      active = false;
      await writer.settled();
    },
  };
}

function editing(base: SessionBase, writer: WorkWriter): Omit<EditorTab, 'conflictsDecided' | 'end'> {
  return {
    get sequence() {
      return writer.sequence;
    },
    take: (entry) => {
      askToPersist();
      writer.take(entry);
      base.channel.post({ kind: 'entry', sequence: writer.sequence, entry });
    },
    postState: () => {
      const { document, history } = presentWork();
      const changes = differDocuments(base.document, document);
      const { packageIdentity } = base;
      base.channel.post({ kind: 'state', sequence: writer.sequence, packageIdentity, changes, history });
    },
    retry: () => writer.writeState(),
  };
}

let asked = false;

/** From the first edit on the browser is asked not to clear this site's data when its disk space runs low. */
function askToPersist(): void {
  if (asked) return;
  asked = true;
  // Where it declines, or has no such promise to give (pages over plain http), the edits are kept as before.
  navigator.storage?.persist?.().catch(() => undefined);
}

/** A log that nothing was written to begins with the untouched package: later ones can then be told from it. */
function startOfLog(base: SessionBase, { kept, entries, head, damaged }: StoredWork) {
  if (kept && !damaged) return { head, logLength: entries.length, firstState: null };
  const untouched = { document: base.document, history: EMPTY_HISTORY };
  return { head: 0, logLength: 0, firstState: keepWorkspaceState(base, untouched, 0, []) };
}

async function setAside(base: SessionBase): Promise<boolean> {
  const id = `${base.cityId}~${new Date().toISOString()}`;
  const moved = await base.database.setAside(base.cityId, id);
  if (moved.ok) happened.issueArose({ code: 'storage.damaged', severity: 'warning', place: { id } });
  else happened.storageChanged({ status: 'memory', issue: moved.issue });
  return moved.ok;
}
