import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/core/city/issue.ts';
import type { RequestOptions, WorkerClient } from '../../../src/workers/client.ts';
import { createExposureSession } from '../../../src/workers/exposure-session.ts';
import type { LiveZones, WorkerMessageName, WorkerRequest, WorkerResponse } from '../../../src/workers/protocol.ts';
import { makeZone, ringAround } from '../core/zones/make-zone.ts';

const TABLE = { tableUrl: 'https://x/buildings.parquet', projectCrs: 'EPSG:32631' };
const ZONES = [makeZone('a', [[ringAround(3, 0, 0.001)]], { level: 'red' })];

/** A worker that knows the sessions it was sent, or forgets them all; answers come when the test lets them. */
function fakeWorker() {
  const asked: { name: WorkerMessageName; payload: LiveZones; options: RequestOptions }[] = [];
  const known = new Set<string>();
  const client: Pick<WorkerClient, 'request'> = {
    async request<K extends WorkerMessageName>(name: K, payload: WorkerRequest<K>, options: RequestOptions = {}) {
      const zones = payload as unknown as LiveZones;
      asked.push({ name, payload: zones, options });
      if (zones.resting) known.add(zones.session);
      await Promise.resolve();
      const code = options.signal?.aborted ? 'worker.cancelled' : 'exposure.unknownSession';
      const failed = options.signal?.aborted || !known.has(zones.session);
      const answer = failed
        ? { ok: false, issue: { code, severity: 'note', place: {} } }
        : { ok: true, value: `answer ${asked.length}` };
      return answer as unknown as Outcome<WorkerResponse<K>>;
    },
  };
  return { asked, known, client };
}

describe('createExposureSession', () => {
  it('sends zones at rest once, and again when they are others', async () => {
    const { asked, client } = fakeWorker();
    const session = createExposureSession(client, TABLE);
    await session.measure(ZONES, null, null);
    await session.measure(ZONES, { id: 'a', level: 'red', shape: [] }, { zoneId: 'a' });
    await session.select(ZONES, null, { union: true }, null);
    await session.measure([...ZONES], null, null);
    expect(asked.map(({ payload }) => payload.resting?.length)).toEqual([1, undefined, undefined, 1]);
    expect(asked[1]?.payload.session).toBe(asked[0]?.payload.session);
    expect(asked[3]?.payload.session).not.toBe(asked[0]?.payload.session);
    expect(asked[1]?.payload).toMatchObject({ ...TABLE, edited: { id: 'a' }, focus: { zoneId: 'a' } });
  });

  it('lets the latest question win, and does not stop questions of the other kind', async () => {
    const { client } = fakeWorker();
    const session = createExposureSession(client, TABLE);
    const older = session.measure(ZONES, null, null);
    const rows = session.select(ZONES, null, { union: true }, null);
    const newer = session.measure(ZONES, null, null);
    expect(await older).toMatchObject({ ok: false, issue: { code: 'worker.cancelled' } });
    expect(await rows).toMatchObject({ ok: true });
    expect(await newer).toMatchObject({ ok: true });
  });

  it('sends the zones again to a worker that lost them', async () => {
    const { asked, known, client } = fakeWorker();
    const session = createExposureSession(client, TABLE);
    await session.measure(ZONES, null, null);
    known.clear();
    expect(await session.measure(ZONES, null, null)).toMatchObject({ ok: true });
    expect(asked.map(({ payload }) => payload.resting?.length)).toEqual([1, undefined, 1]);
  });
});
