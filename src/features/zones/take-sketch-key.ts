import type { SketchEvent } from '../../core/zones/editing/sketch.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { handleSketchEvent } from './sketch-session.ts';
import type { SketchKey } from './tool-keys.ts';

const EVENTS: Record<Exclude<SketchKey, 'o'>, SketchEvent> = {
  Escape: { kind: 'cancelled' },
  Enter: { kind: 'finished' },
  Backspace: { kind: 'pointTaken' },
  Delete: { kind: 'vertexDeleted' },
};

/** Gives a key to the open outline. */
export function takeSketchKey(key: SketchKey): void {
  const { sketch } = workspaceStore.getState();
  if (!sketch) return;
  handleSketchEvent(key === 'o' ? { kind: 'orthogonalSwitched', orthogonal: !sketch.orthogonal } : EVENTS[key]);
}
