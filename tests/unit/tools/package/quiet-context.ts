import type { BuildContext } from '../../../../tools/package/progress.ts';

/** Context that listens to nothing. */
export function quietContext(signal: AbortSignal = new AbortController().signal): BuildContext {
  return { progress: () => undefined, report: () => undefined, signal };
}
