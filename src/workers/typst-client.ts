import type { Outcome } from '../core/city/issue.ts';
import type { TypstSource } from '../core/report/typst-source.ts';
import type { TypstAnswer, TypstRequest, TypstStep } from './typst-protocol.ts';

/** What a caller may watch and stop. */
export interface TypstRun {
  signal: AbortSignal;
  onStep: (step: TypstStep) => void;
}

const CANCELLED = { ok: false, issue: { code: 'report.cancelled', severity: 'note', place: {} } } as const;

/**
 * Makes a PDF from a Typst source in a worker of its own, which ends with the run: cancelling stops it at once and
 * gives its memory back.
 * @returns PDF bytes. Errors: `report.engine` (compiler or fonts not loaded, worker crashed), `report.layout`
 * (Typst refused the document), `report.cancelled`.
 */
export function makeTypstPdf(source: TypstSource, run: TypstRun): Promise<Outcome<Uint8Array>> {
  if (run.signal.aborted) return Promise.resolve(CANCELLED);
  const worker = new Worker(new URL('./typst.worker.ts', import.meta.url), { type: 'module', name: 'typst' });
  return new Promise((resolve) => {
    const finish = (outcome: Outcome<Uint8Array>) => {
      run.signal.removeEventListener('abort', cancel);
      worker.terminate();
      resolve(outcome);
    };
    const cancel = () => finish(CANCELLED);
    run.signal.addEventListener('abort', cancel);
    worker.addEventListener('error', (event) => {
      const reason = event.message || 'worker';
      finish({ ok: false, issue: { code: 'report.engine', severity: 'error', place: {}, values: { reason } } });
    });
    worker.addEventListener('message', (event: MessageEvent<TypstAnswer>) => {
      const message = event.data;
      if (message.type === 'step') run.onStep(message.step);
      else if (message.type === 'done') finish({ ok: true, value: message.pdf });
      else finish({ ok: false, issue: message.issue });
    });
    const fontBaseUrl = new URL('fonts/', document.baseURI).href;
    worker.postMessage({ id: 1, main: source.main, files: source.files, fontBaseUrl } satisfies TypstRequest);
  });
}
