const KEY = 'rencheng.tour';

/** Whether the tour was never closed in this browser; never where storage is forbidden: it could not be remembered. */
export function isTourDue(): boolean {
  try {
    return window.localStorage.getItem(KEY) === null;
  } catch {
    return false;
  }
}

/** The tour was seen or skipped: it opens by itself no more. */
export function rememberTour(): void {
  try {
    window.localStorage.setItem(KEY, 'seen');
  } catch {
    // Without storage it never opens by itself.
  }
}
