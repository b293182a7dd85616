import { happened } from '../state/happened.ts';
import { workspaceStore } from '../state/workspace-store.ts';

/** A phone held upright: rail and panel become sheets from below, one at a time. The style sheet has the same bound. */
export const NARROW = '(width <= 600px)';

/** Shows or hides the layers; on a phone they take the place of the panel. */
export function toggleRail(): void {
  const { panels } = workspaceStore.getState();
  const isCovered = panels.contextOpen && window.matchMedia(NARROW).matches;
  if (isCovered) happened.contextToggled();
  if (!isCovered || !panels.railOpen) happened.railToggled();
}

/** On a phone the first view is the city alone. */
export function foldRailOnPhone(): void {
  if (window.matchMedia(NARROW).matches && workspaceStore.getState().panels.railOpen) happened.railToggled();
}
