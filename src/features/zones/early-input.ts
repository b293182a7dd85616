import type { SketchKey } from './tool-keys.ts';

/** What a hand did on the map or the keyboard before the outline that it is meant for could take it. */
export type EarlyInput = PointerEvent | SketchKey;

const POINTER_EVENTS = ['pointerdown', 'pointermove', 'pointerup'] as const;

let held: EarlyInput[] | null = null;
let hasPressed = false;
let take: ((key: SketchKey) => void) | null = null;

function keep(event: PointerEvent): void {
  if (!(event.target instanceof HTMLCanvasElement)) return;
  if (event.type === 'pointerdown') hasPressed = true;
  if (hasPressed) held?.push(event);
  if (event.type === 'pointerup') hasPressed = false;
}

/**
 * Keeps what the hand does from now on for the outline that a tool opens: its code, the projection and the layer may
 * still be on their way. What was kept for an earlier tool is dropped. Nothing is kept while an outline listens.
 */
export function holdInput(): void {
  if (take) return;
  if (!held) for (const name of POINTER_EVENTS) window.addEventListener(name, keep, true);
  held = [];
  hasPressed = false;
}

/** Keeps nothing any more and forgets what was kept: no outline came. */
export function dropInput(): void {
  if (!held) return;
  for (const name of POINTER_EVENTS) window.removeEventListener(name, keep, true);
  held = null;
}

/** True between the taking of a tool and the moment at which its outline listens: clicks on the map are meant for it. */
export function isHoldingInput(): boolean {
  return held !== null;
}

/**
 * Gives a key to the outline that listens, or keeps it for the one that is being opened. Escape forgets what was kept.
 * @returns `unheard` when no outline listens or is being opened, or for Escape when nothing was kept: it ends the opening.
 */
export function giveSketchKey(key: SketchKey): 'given' | 'unheard' {
  if (take) {
    take(key);
    return 'given';
  }
  if (!held || (key === 'Escape' && held.length === 0)) return 'unheard';
  if (key === 'Escape') held = [];
  else held.push(key);
  return 'given';
}

/** An outline listens from now on; answers what was kept for it, in order. */
export function listenToKeys(taker: (key: SketchKey) => void): readonly EarlyInput[] {
  const inputs = held ?? [];
  dropInput();
  take = taker;
  return inputs;
}

/** The outline listens no more. */
export function stopListening(): void {
  take = null;
}
