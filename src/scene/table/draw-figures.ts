import type { Outcome } from '../../core/city/issue.ts';
import type { FigureRequest, FigureResult } from './figure-request.ts';

const CANCELLED = { ok: false, issue: { code: 'report.cancelled', severity: 'note', place: {} } } as const;

/**
 * Draws the map bitmaps of a report in a worker of its own, so that the page stays free while the graphics card is
 * waited for, and a hidden page draws as well as a shown one. Cancelling ends the worker at once.
 * Errors: `crs.unknown`, `figure.noGraphics` (no WebGL in workers, worker crashed), `report.cancelled`.
 */
export function drawFigures(request: FigureRequest, signal: AbortSignal): Promise<Outcome<FigureResult>> {
  if (signal.aborted) return Promise.resolve(CANCELLED);
  const worker = new Worker(new URL('./figure.worker.ts', import.meta.url), { type: 'module', name: 'figure' });
  return new Promise((resolve) => {
    const finish = (outcome: Outcome<FigureResult>) => {
      signal.removeEventListener('abort', cancel);
      worker.terminate();
      resolve(outcome);
    };
    const cancel = () => finish(CANCELLED);
    signal.addEventListener('abort', cancel);
    worker.addEventListener('error', (event) => {
      const reason = event.message || 'worker';
      finish({ ok: false, issue: { code: 'figure.noGraphics', severity: 'error', place: {}, values: { reason } } });
    });
    worker.addEventListener('message', (event: MessageEvent<Outcome<FigureResult>>) => finish(event.data));
    worker.postMessage(request);
  });
}
