import { createWorkerClient, type WorkerClient } from '../../workers/client.ts';

/** A worker of its own for one dialog: to end it is to cancel what it does and to free the files it holds. */
export function startExchangeWorker(): WorkerClient {
  return createWorkerClient(
    () => new Worker(new URL('../../workers/exchange.worker.ts', import.meta.url), { type: 'module' }),
  );
}
