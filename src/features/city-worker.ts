import { createWorkerClient, type WorkerClient } from '../workers/client.ts';

let client: WorkerClient | null = null;

/** The page's one worker for the city tables; started when first asked. */
export function cityWorker(): WorkerClient {
  client ??= createWorkerClient(
    () => new Worker(new URL('../workers/city.worker.ts', import.meta.url), { type: 'module' }),
  );
  return client;
}
