import { happened } from '../state/happened.ts';

/** Takes the newest edit back. */
export function undo(): void {
  happened.undone();
}
