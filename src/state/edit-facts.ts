import type { BuildingStyle } from '../core/style/building-style.ts';
import { type EditedDocument, type LogEntry, takeEntry } from '../core/workspace/edit-log.ts';
import type { WorkspaceEdit } from '../core/workspace/workspace-edit.ts';
import type { Sketch } from '../core/zones/editing/sketch.ts';
import { staleExposure } from './stale-exposure.ts';
import type { Drawing, MergeOffer, RowSelection, Selection, Storage, WorkspaceState } from './workspace.ts';

type Change = Partial<WorkspaceState>;

/** Facts may be recorded while an earlier one is still being told: whoever follows the log must find all since then. */
const RECENT_ENTRIES = 32;

/** Takes a log entry in; results that read the zones become stale, a selected zone that is gone is let go. */
function entryTaken(state: WorkspaceState, entry: LogEntry): Change {
  // Another tab edits this city: what is done here as well could not be kept.
  if (state.storage.status === 'following') return {};
  const edited = takeEntry(state, entry);
  if (edited === state) return {};
  const { count, recent } = state.log;
  const log = { count: count + 1, recent: [...recent.slice(1 - RECENT_ENTRIES), entry] };
  return { ...documentChanged(state, edited), log };
}

function documentChanged(state: WorkspaceState, { document, history }: EditedDocument): Change {
  const zonesChanged = document.zones !== state.document.zones;
  return {
    document,
    history,
    ...(zonesChanged
      ? {
          exposure: staleExposure(state.exposure),
          selection: keptSelection(state, document.zones),
          rowSelection: staleRows(state.rowSelection),
        }
      : {}),
  };
}

/** Chosen rows of zones that were changed since are told as such. */
function staleRows(rows: RowSelection | null): RowSelection | null {
  return rows && !rows.stale ? { ...rows, stale: true } : rows;
}

function keptSelection(state: WorkspaceState, zones: Record<string, unknown>): Selection | null {
  const { selection } = state;
  return selection?.kind === 'zone' && !Object.hasOwn(zones, selection.id) ? null : selection;
}

/** What can happen to the user's own work: edits, their undoing, the outline in the making, what is chosen of a table. */
export const editFacts = {
  edited: (state: WorkspaceState, edit: WorkspaceEdit): Change => entryTaken(state, { kind: 'did', edit }),
  /** The newest edit was taken back. */
  undone: (state: WorkspaceState): Change => {
    const edit = state.history.done.at(-1);
    return edit ? entryTaken(state, { kind: 'undid', editId: edit.id }) : {};
  },
  redone: (state: WorkspaceState): Change => {
    const edit = state.history.undone.at(-1);
    return edit ? entryTaken(state, { kind: 'redid', editId: edit.id }) : {};
  },
  /** Work came from elsewhere: the disk, another tab, a file. */
  documentRestored: (state: WorkspaceState, edited: EditedDocument): Change => ({
    ...documentChanged(state, edited),
    sketch: null,
  }),
  storageChanged: (_state: WorkspaceState, storage: Storage): Change => ({ storage }),
  /** The outline in the making is this one now; what was refused before is over. */
  sketched: (state: WorkspaceState, sketch: Sketch | null): Change => ({
    sketch,
    ...(state.rowSelection?.origin.drawn && sketch?.shape !== state.sketch?.shape
      ? { rowSelection: staleRows(state.rowSelection) }
      : {}),
    ...(state.drawing.refused ? { drawing: { ...state.drawing, refused: null } } : {}),
  }),
  drawingSet: (state: WorkspaceState, change: Partial<Drawing>): Change => ({
    drawing: { ...state.drawing, ...change },
  }),
  /** Conflicts wait for decisions; null = decided or put aside. */
  mergeOffered: (_state: WorkspaceState, merge: MergeOffer | null): Change => ({ merge }),
  rowsChosen: (_state: WorkspaceState, rowSelection: RowSelection | null): Change => ({ rowSelection }),
  buildingsColoured: (_state: WorkspaceState, buildingStyle: BuildingStyle): Change => ({ buildingStyle }),
};
