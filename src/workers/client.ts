import type { Issue, Outcome } from '../core/city/issue.ts';
import { packOutlines } from '../core/workspace/pack-outlines.ts';
import type { WorkerInbound, WorkerMessageName, WorkerOutbound, WorkerRequest, WorkerResponse } from './protocol.ts';

/** The part of `Worker` that the client uses. */
export type WorkerPort = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

export interface RequestOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((step: string, fraction: number | null) => void) | undefined;
}

/** Asks a worker and awaits its answers. */
export interface WorkerClient {
  /** Errors: those of the message, `worker.crashed`, `worker.cancelled`, `worker.disposed`. Never rejects. */
  request<K extends WorkerMessageName>(
    name: K,
    payload: WorkerRequest<K>,
    options?: RequestOptions,
  ): Promise<Outcome<WorkerResponse<K>>>;
  /** Ends the worker; what is still asked is answered with `worker.disposed`. */
  dispose(): void;
}

interface Pending {
  settle(outcome: Outcome<unknown>): void;
  onProgress: RequestOptions['onProgress'];
}

function refusal(code: string, severity: Issue['severity'], reason?: string): Outcome<never> {
  return { ok: false, issue: { code, severity, place: {}, ...(reason === undefined ? {} : { values: { reason } }) } };
}

/** Routes what a worker sends to whoever asked; answers that nobody awaits any more are dropped. */
function deliver(message: WorkerOutbound, pending: Map<number, Pending>): void {
  const asked = pending.get(message.id);
  if (!asked) return;
  if (message.type === 'progress') asked.onProgress?.(message.step, message.fraction);
  else if (message.type === 'answer') asked.settle({ ok: true, value: message.value });
  else asked.settle({ ok: false, issue: message.issue });
}

/**
 * Speaks with one worker through the message table of `protocol.ts`. The worker is started on the first request and,
 * after a crash, again on the next one.
 */
export function createWorkerClient(factory: () => WorkerPort): WorkerClient {
  const pending = new Map<number, Pending>();
  let worker: WorkerPort | null = null;
  let lastId = 0;
  let disposed = false;

  function settleAll(outcome: Outcome<never>): void {
    for (const asked of [...pending.values()]) asked.settle(outcome);
  }

  function start(): WorkerPort {
    const started = factory();
    const crash = (reason: string) => {
      if (worker !== started) return;
      worker = null;
      started.terminate();
      settleAll(refusal('worker.crashed', 'error', reason));
    };
    started.addEventListener('message', (event) => {
      if (worker === started) deliver((event as MessageEvent<WorkerOutbound>).data, pending);
    });
    started.addEventListener('error', (event) => crash((event as ErrorEvent).message || 'error'));
    started.addEventListener('messageerror', () => crash('messageerror'));
    return started;
  }

  return {
    request<K extends WorkerMessageName>(name: K, payload: WorkerRequest<K>, options: RequestOptions = {}) {
      const { signal, onProgress } = options;
      if (disposed) return Promise.resolve(refusal('worker.disposed', 'note'));
      if (signal?.aborted) return Promise.resolve(refusal('worker.cancelled', 'note'));
      lastId += 1;
      const id = lastId;
      return new Promise<Outcome<WorkerResponse<K>>>((resolve) => {
        const cancel = () => {
          worker?.postMessage({ type: 'cancel', id } satisfies WorkerInbound);
          settle(refusal('worker.cancelled', 'note'));
        };
        const settle = (outcome: Outcome<unknown>) => {
          pending.delete(id);
          signal?.removeEventListener('abort', cancel);
          resolve(outcome as Outcome<WorkerResponse<K>>);
        };
        pending.set(id, { settle, onProgress });
        signal?.addEventListener('abort', cancel);
        try {
          worker ??= start();
          worker.postMessage({ type: 'request', id, name, payload: packOutlines(payload) } satisfies WorkerInbound);
        } catch (error) {
          settle(refusal('worker.crashed', 'error', error instanceof Error ? error.message : String(error)));
        }
      });
    },
    dispose() {
      disposed = true;
      worker?.terminate();
      worker = null;
      settleAll(refusal('worker.disposed', 'note'));
    },
  };
}
