import { workspaceStore } from '../../state/workspace-store.ts';
import { createLiveFollower, type LiveView } from './live-follower.ts';
import { selectLiveQuestion } from './live-question.ts';
import { sessionOfTable } from './session-of-table.ts';

const watchers = new Set<() => void>();
let view: LiveView | null = null;
let isFollowing = false;

const follower = createLiveFollower({
  isWatched: () => watchers.size > 0,
  read: () => selectLiveQuestion(workspaceStore.getState()),
  measure: ({ table, zones, edited }, focus) => sessionOfTable(table).measure(zones, edited, focus),
  nextFrame: () => new Promise((resolve) => requestAnimationFrame(resolve)),
  tell(told) {
    view = told;
    for (const watcher of watchers) watcher();
  },
});

function follow(): void {
  isFollowing = true;
  workspaceStore.subscribe((state, before) => {
    const { sketch, selection, document, city, drawing } = before;
    const isSame = state.sketch === sketch && state.selection === selection && state.document === document;
    if (!isSame || state.city !== city || state.drawing !== drawing) follower.changed();
  });
}

/**
 * Live numbers of the page. Followed from the first look on, also while no panel shows them: the work on a zone goes on
 * meanwhile, and its beginning is what differences are told from.
 */
export const liveExposureStore = {
  read: (): LiveView | null => view,
  watch(watcher: () => void): () => void {
    if (!isFollowing) follow();
    watchers.add(watcher);
    follower.changed();
    return () => watchers.delete(watcher);
  },
};
