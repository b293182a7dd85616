import { happened } from '../../state/happened.ts';
import { workspaceStore } from '../../state/workspace-store.ts';

/** Undoes or redoes until so many steps are done; where editing is barred nothing happens. */
export function goToStep(doneSteps: number): void {
  for (;;) {
    const { history } = workspaceStore.getState();
    const { length } = history.done;
    if (length === doneSteps) return;
    if (length > doneSteps) happened.undone();
    else happened.redone();
    if (workspaceStore.getState().history === history) return;
  }
}
