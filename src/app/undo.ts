import { happened } from '../state/happened.ts';
import { workspaceStore } from '../state/workspace-store.ts';

/** Takes the last placed point of an open stroke back, or else the newest edit. */
export function undo(): void {
  const { sketch } = workspaceStore.getState();
  if (!sketch || sketch.points.length === 0) {
    happened.undone();
    return;
  }
  void import('../features/zones/sketch-session.ts').then(({ handleSketchEvent }) =>
    handleSketchEvent({ kind: 'pointTaken' }),
  );
}
