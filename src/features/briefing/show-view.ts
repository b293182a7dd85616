import { happened } from '../../state/happened.ts';
import { selectViews } from '../../state/select-views.ts';
import { workspaceStore } from '../../state/workspace-store.ts';

/** Shows the saved view that is `by` places after the one shown last; the ends hold, the first one when none was shown. */
export function stepView(by: -1 | 1): void {
  const { document, shownViewId } = workspaceStore.getState();
  const views = selectViews(document);
  const place = views.findIndex((view) => view.id === shownViewId);
  const next = views[place < 0 ? 0 : Math.min(views.length - 1, Math.max(0, place + by))];
  if (next) happened.viewShown(next);
}

/** Leaves the scene alone on the screen, full screen where the browser lets us, and shows the view shown last or the first one. */
export async function startPresenting(): Promise<void> {
  const { document: work, shownViewId } = workspaceStore.getState();
  const view = work.views[shownViewId ?? ''] ?? selectViews(work)[0];
  happened.presentingStarted();
  if (view) happened.viewShown(view);
  // Refused by some browsers and frames: the briefing then fills the window.
  await document.documentElement.requestFullscreen?.().catch(() => undefined);
}

export function endPresenting(): void {
  happened.presentingEnded();
  if (document.fullscreenElement) void document.exitFullscreen();
}
