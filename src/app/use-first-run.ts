import { useEffect, useState } from 'react';
import { selectCity } from '../state/select-city.ts';
import { useWorkspace } from '../state/workspace-store.ts';
import { useOnceTrue } from '../ui/use-once-true.ts';
import { isTourDue, rememberTour } from './first-run.ts';
import type { PageDialog } from './page-dialog.ts';

/** What follows the first picture waits this long, so that the measuring of the city is asked for before it. */
const PAUSE_MILLISECONDS = 400;

/**
 * Opens the tour once the first city is drawn for someone new, and remembers when it is closed in whatever way; whether a
 * city has been drawn a moment ago.
 */
export function useFirstRun(dialog: PageDialog | null, onShow: (dialog: PageDialog) => void): boolean {
  const [isSettled, setSettled] = useState(false);
  const isDrawn = useOnceTrue(
    useWorkspace(
      (state) => selectCity(state) !== null && Object.values(state.pendingTiles).every((count) => count === 0),
    ),
  );
  useEffect(() => {
    if (!isDrawn) return undefined;
    const timer = setTimeout(() => setSettled(true), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [isDrawn]);
  useEffect(() => {
    if (isSettled && isTourDue()) onShow('tour');
  }, [isSettled, onShow]);
  useEffect(() => (dialog === 'tour' ? rememberTour : undefined), [dialog]);
  return isSettled;
}
