import { describe, expect, it, vi } from 'vitest';
import { createWorkerClient, type WorkerPort } from '../../../src/workers/client.ts';
import type { WorkerInbound, WorkerOutbound } from '../../../src/workers/protocol.ts';

const TABLE = { tableUrl: 'buildings.parquet', projectCrs: 'EPSG:4547' };

/** A worker that only records; the test speaks for it. */
function createSilentWorker() {
  const sent: WorkerInbound[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const port = {
    postMessage: (message: WorkerInbound) => sent.push(message),
    terminate: vi.fn(),
    addEventListener: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
  };
  return {
    port: port as unknown as WorkerPort,
    sent,
    terminate: port.terminate,
    say: (data: WorkerOutbound) => listeners.get('message')!({ data }),
    crash: (message: string) => listeners.get('error')!({ message }),
  };
}

function start() {
  const workers: ReturnType<typeof createSilentWorker>[] = [];
  const client = createWorkerClient(() => {
    const worker = createSilentWorker();
    workers.push(worker);
    return worker.port;
  });
  return { client, workers };
}

describe('createWorkerClient', () => {
  it('starts the worker with the first request and gives every answer to its own request', async () => {
    const { client, workers } = start();
    expect(workers).toHaveLength(0);
    const first = client.request('openTable', TABLE);
    const second = client.request('zonesOfRow', { ...TABLE, zones: [], row: 3 });
    expect(workers).toHaveLength(1);
    const [a, b] = workers[0]!.sent;
    expect(a).toMatchObject({ type: 'request', name: 'openTable', payload: TABLE });
    workers[0]!.say({ type: 'answer', id: b!.id, value: ['z1'] });
    workers[0]!.say({ type: 'answer', id: a!.id, value: { rows: 7, columns: [] } });
    expect(await first).toEqual({ ok: true, value: { rows: 7, columns: [] } });
    expect(await second).toEqual({ ok: true, value: ['z1'] });
  });

  it('passes progress and failures on', async () => {
    const { client, workers } = start();
    const told: unknown[] = [];
    const asked = client.request('openTable', TABLE, { onProgress: (...words) => told.push(words) });
    const { id } = workers[0]!.sent[0]!;
    workers[0]!.say({ type: 'progress', id, step: 'footprints', fraction: 0.5 });
    const issue = { code: 'fetch.notFound', severity: 'error' as const, place: { file: 'buildings.parquet' } };
    workers[0]!.say({ type: 'failed', id, issue });
    expect(await asked).toEqual({ ok: false, issue });
    workers[0]!.say({ type: 'progress', id, step: 'late', fraction: 1 });
    expect(told).toEqual([['footprints', 0.5]]);
  });

  it('cancels: tells the worker, answers at once and drops the late answer', async () => {
    const { client, workers } = start();
    const controller = new AbortController();
    const asked = client.request('openTable', TABLE, { signal: controller.signal });
    const { id } = workers[0]!.sent[0]!;
    controller.abort();
    expect(await asked).toMatchObject({ ok: false, issue: { code: 'worker.cancelled' } });
    expect(workers[0]!.sent[1]).toEqual({ type: 'cancel', id });
    workers[0]!.say({ type: 'answer', id, value: { rows: 1, columns: [] } });
    const again = await client.request('openTable', TABLE, { signal: controller.signal });
    expect(again).toMatchObject({ ok: false, issue: { code: 'worker.cancelled' } });
    expect(workers[0]!.sent).toHaveLength(2);
  });

  it('answers everything asked when the worker crashes, and starts a new one for the next request', async () => {
    const { client, workers } = start();
    const asked = [client.request('openTable', TABLE), client.request('openTable', TABLE)];
    workers[0]!.crash('out of memory');
    for (const outcome of await Promise.all(asked)) {
      expect(outcome).toMatchObject({
        ok: false,
        issue: { code: 'worker.crashed', values: { reason: 'out of memory' } },
      });
    }
    expect(workers[0]!.terminate).toHaveBeenCalledOnce();
    const next = client.request('openTable', TABLE);
    expect(workers).toHaveLength(2);
    workers[0]!.crash('again, too late');
    workers[1]!.say({ type: 'answer', id: workers[1]!.sent[0]!.id, value: { rows: 2, columns: [] } });
    expect(await next).toMatchObject({ ok: true, value: { rows: 2 } });
  });

  it('answers with a crash when the worker cannot be started or the message cannot be sent', async () => {
    const client = createWorkerClient(() => {
      throw new Error('no workers here');
    });
    const outcome = await client.request('openTable', TABLE);
    expect(outcome).toMatchObject({
      ok: false,
      issue: { code: 'worker.crashed', values: { reason: 'no workers here' } },
    });
  });

  it('ends with the worker terminated and nobody left waiting', async () => {
    const { client, workers } = start();
    const asked = client.request('openTable', TABLE);
    client.dispose();
    expect(await asked).toMatchObject({ ok: false, issue: { code: 'worker.disposed' } });
    expect(workers[0]!.terminate).toHaveBeenCalledOnce();
    expect(await client.request('openTable', TABLE)).toMatchObject({ issue: { code: 'worker.disposed' } });
    expect(workers).toHaveLength(1);
  });
});
