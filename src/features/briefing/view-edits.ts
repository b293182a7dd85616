import type { SavedView } from '../../core/workspace/workspace-document.ts';
import type { DocumentChange } from '../../core/workspace/workspace-edit.ts';
import { captureView } from '../../state/capture-view.ts';
import { selectViews } from '../../state/select-views.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { createId, recordEdit } from '../record-edit.ts';

function changeOf(before: SavedView | null, after: SavedView | null): DocumentChange {
  return { collection: 'views', id: (after ?? before)!.id, before, after };
}

/** Saves what the scene shows as the last view of the briefing. */
export function saveView(name: string): void {
  const state = workspaceStore.getState();
  const captured = captureView(state);
  if (!captured) return;
  const order = (selectViews(state.document).at(-1)?.order ?? 0) + 1;
  recordEdit({ code: 'view.saved', values: { name } }, [changeOf(null, { ...captured, id: createId(), name, order })]);
}

/** Puts what the scene shows now in the place of a saved view; its name stays. */
export function replaceView(view: SavedView): void {
  const captured = captureView(workspaceStore.getState());
  if (!captured) return;
  recordEdit({ code: 'view.replaced', values: { name: view.name } }, [changeOf(view, { ...view, ...captured })]);
}

export function renameView(view: SavedView, name: string): void {
  const wanted = name.trim();
  if (wanted === '' || wanted === view.name) return;
  recordEdit({ code: 'view.renamed', values: { before: view.name, name: wanted } }, [
    changeOf(view, { ...view, name: wanted }),
  ]);
}

export function deleteView(view: SavedView): void {
  recordEdit({ code: 'view.deleted', values: { name: view.name } }, [changeOf(view, null)]);
}

/** Swaps a view with its neighbour: −1 towards the beginning, +1 towards the end; at the ends nothing happens. */
export function moveView(view: SavedView, by: -1 | 1): void {
  const views = selectViews(workspaceStore.getState().document);
  const neighbour = views[views.findIndex((one) => one.id === view.id) + by];
  if (!neighbour) return;
  recordEdit({ code: 'view.moved', values: { name: view.name } }, [
    changeOf(view, { ...view, order: neighbour.order }),
    changeOf(neighbour, { ...neighbour, order: view.order }),
  ]);
}
