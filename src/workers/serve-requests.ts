import type { Issue, Outcome } from '../core/city/issue.ts';
import { unpackOutlines } from '../core/workspace/pack-outlines.ts';
import type { WorkerInbound, WorkerMessageName, WorkerOutbound, WorkerRequest, WorkerResponse } from './protocol.ts';

/** What a handler may do while it works. */
export interface HandlerContext {
  signal: AbortSignal;
  progress(step: string, fraction: number | null): void;
}

export type Handler<K extends WorkerMessageName> = (
  payload: WorkerRequest<K>,
  context: HandlerContext,
) => Promise<Outcome<WorkerResponse<K>>>;

/** Handlers of one worker, by message name. */
export type Handlers = { [K in WorkerMessageName]?: Handler<K> };

/** The inside end of a worker's message channel. */
export interface RequestScope {
  postMessage(message: WorkerOutbound, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: WorkerInbound }) => void): void;
}

function crashed(error: unknown): Issue {
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'worker.crashed', severity: 'error', place: {}, values: { reason } };
}

/** Typed arrays, alone or as fields of an answer, are handed over, not copied: a million rows at once. */
function buffersOf(value: unknown): Transferable[] {
  const isPlain = typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !Array.isArray(value);
  const arrays: unknown[] = isPlain ? Object.values(value) : [value];
  return arrays.flatMap((each) =>
    ArrayBuffer.isView(each) && each.buffer instanceof ArrayBuffer ? [each.buffer] : [],
  );
}

/** Answers every request with its handler's outcome; a thrown error becomes `worker.crashed`, a cancelled one is silent. */
export function serveRequests(scope: RequestScope, handlers: Handlers): void {
  const running = new Map<number, AbortController>();
  const serve = async (id: number, name: WorkerMessageName, payload: unknown): Promise<void> => {
    const controller = new AbortController();
    const { signal } = controller;
    running.set(id, controller);
    const post = (message: WorkerOutbound, transfer: Transferable[] = []) => {
      if (!signal.aborted) scope.postMessage(message, transfer);
    };
    const progress = (step: string, fraction: number | null) => post({ type: 'progress', id, step, fraction });
    try {
      const handler = handlers[name] as
        | ((payload: unknown, context: HandlerContext) => Promise<Outcome<unknown>>)
        | undefined;
      if (!handler) throw new Error(`no handler for ${name}`);
      const outcome = await handler(payload, { signal, progress });
      if (outcome.ok) post({ type: 'answer', id, value: outcome.value }, buffersOf(outcome.value));
      else post({ type: 'failed', id, issue: outcome.issue });
    } catch (error) {
      post({ type: 'failed', id, issue: crashed(error) });
    } finally {
      running.delete(id);
    }
  };
  scope.addEventListener('message', ({ data }) => {
    if (data.type === 'cancel') running.get(data.id)?.abort();
    else void serve(data.id, data.name, unpackOutlines(data.payload));
  });
}
