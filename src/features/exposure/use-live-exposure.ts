import { useEffect, useState } from 'react';
import { workspaceStore } from '../../state/workspace-store.ts';
import { createLiveFollower, type LiveView } from './live-follower.ts';
import { selectLiveQuestion } from './live-question.ts';
import { sessionOfTable } from './session-of-table.ts';

/** Live numbers of the outline that is drawn or the zone that is selected; `null` when there is neither. */
export function useLiveExposure(): LiveView | null {
  const [view, setView] = useState<LiveView | null>(null);
  useEffect(() => {
    const follower = createLiveFollower({
      read: () => selectLiveQuestion(workspaceStore.getState()),
      measure: ({ table, zones, edited }, focus) => sessionOfTable(table).measure(zones, edited, focus),
      nextFrame: () => new Promise((resolve) => requestAnimationFrame(resolve)),
      tell: setView,
    });
    follower.changed();
    const unfollow = workspaceStore.subscribe((state, before) => {
      const { sketch, selection, document, city, drawing } = before;
      const isSame = state.sketch === sketch && state.selection === selection && state.document === document;
      if (!isSame || state.city !== city || state.drawing !== drawing) follower.changed();
    });
    return () => {
      unfollow();
      follower.stop();
    };
  }, []);
  return view;
}
