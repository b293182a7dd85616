import type { SavedView, WorkspaceDocument } from '../core/workspace/workspace-document.ts';

const known = new WeakMap<WorkspaceDocument['views'], SavedView[]>();

/** The saved views in the order of the briefing; the same list for the same views. */
export function selectViews(document: WorkspaceDocument): SavedView[] {
  const before = known.get(document.views);
  if (before) return before;
  const views = Object.values(document.views).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  known.set(document.views, views);
  return views;
}
