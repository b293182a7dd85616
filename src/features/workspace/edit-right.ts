/** The right to edit a city; one tab of the browser has it at a time. */
export interface EditRight {
  release(): void;
}

interface RightRequest {
  /** `ifFree`: now or not at all; `wait`: when the tabs before have let go; `steal`: take it from a tab that does not answer. */
  mode: 'ifFree' | 'wait' | 'steal';
  signal?: AbortSignal;
  /** Another tab took it. */
  onLost: () => void;
}

/**
 * Asks for the right to edit a city, null when it is not to be had (or the wait was given up). A browser without Web
 * Locks (pages over plain http) gives it to every tab: the database then refuses the one that writes second.
 */
export function requestEditRight(cityId: string, { mode, signal, onLost }: RightRequest): Promise<EditRight | null> {
  if (!navigator.locks) return Promise.resolve({ release: () => undefined });
  const options: LockOptions = {
    ifAvailable: mode === 'ifFree',
    steal: mode === 'steal',
    ...(mode === 'wait' && signal ? { signal } : {}),
  };
  return new Promise((resolve) => {
    let granted = false;
    navigator.locks
      .request(`edit:${cityId}`, options, (lock) => {
        if (!lock) {
          resolve(null);
          return undefined;
        }
        granted = true;
        return new Promise<void>((release) => resolve({ release }));
      })
      .catch(() => (granted ? onLost() : resolve(null)));
  });
}
