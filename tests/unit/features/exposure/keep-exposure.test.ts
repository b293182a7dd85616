import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../../../src/core/city/issue.ts';
import type { ExposureResult } from '../../../../src/core/risk/exposure.ts';
import { startSketch } from '../../../../src/core/zones/editing/start-sketch.ts';
import type { Zone } from '../../../../src/core/zones/zone.ts';
import { keepExposure } from '../../../../src/features/exposure/keep-exposure.ts';
import { cancelExposure } from '../../../../src/features/exposure/measure-city-exposure.ts';
import { happened } from '../../../../src/state/happened.ts';
import { INITIAL_WORKSPACE } from '../../../../src/state/initial-workspace.ts';
import { workspaceStore } from '../../../../src/state/workspace-store.ts';
import { makeZone, ringAround } from '../../core/zones/make-zone.ts';
import { openMadeCity } from '../zones/open-made-city.ts';

const ZONE = makeZone('z', [[ringAround(114, 23, 0.001)]]);
const TILESET = {
  id: 'b',
  table: 'buildings',
  datasetIds: [],
  uri: 't.json',
  rowLookup: 'row' as const,
  absentContents: [],
};
const PARTS = { tables: { buildings: { file: 'buildings.parquet', rows: 3 } }, tilesets: [TILESET] };
const RESULT = { rule: 'footprint-share-1', zones: [], byLevel: {}, union: {} } as unknown as ExposureResult;

const worker = vi.hoisted(() => ({
  asked: [] as string[],
  answers: [] as ((outcome: Outcome<unknown>) => void)[],
}));
vi.mock('../../../../src/features/city-worker.ts', () => ({
  cityWorker: () => ({
    request: (_name: string, { zones }: { zones: Zone[] }) => {
      worker.asked.push(zones.map(({ properties }) => properties.name ?? properties.id).join(' '));
      return new Promise((resolve) => worker.answers.push(resolve));
    },
  }),
}));

const status = () => workspaceStore.getState().exposure.status;
let names = 0;
let stop = () => {};

/** Renames the zone: one edit. */
function edit(name: string): void {
  names += 1;
  const before = workspaceStore.getState().document.zones.z!;
  const after = { ...before, properties: { ...before.properties, name } };
  happened.edited({
    id: `e${names}`,
    at: '2026-01-01T00:00:00.000Z',
    step: { code: 'zone.changed', values: {} },
    changes: [{ collection: 'zones', id: 'z', before, after }],
  });
}

async function answer(): Promise<void> {
  worker.answers.shift()?.({ ok: true, value: RESULT });
  await vi.advanceTimersByTimeAsync(0);
}

beforeEach(async () => {
  vi.useFakeTimers();
  workspaceStore.setState(INITIAL_WORKSPACE, true);
  worker.asked.length = 0;
  worker.answers.length = 0;
  stop = keepExposure();
  openMadeCity([ZONE], PARTS);
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

async function measureFirst(): Promise<void> {
  happened.tilesProgressed('b', 0);
  await vi.advanceTimersByTimeAsync(0);
  await answer();
}

describe('keepExposure', () => {
  it('measures a city once it is drawn', async () => {
    await vi.advanceTimersByTimeAsync(5000);
    expect(worker.asked).toEqual([]);
    await measureFirst();
    expect(worker.asked).toEqual(['z']);
    expect(status()).toBe('ready');
    await vi.advanceTimersByTimeAsync(5000);
    expect(worker.asked).toHaveLength(1);
  });

  it('measures again when edits have paused; the former result is stale and stays in sight meanwhile', async () => {
    await measureFirst();
    edit('one');
    expect(status()).toBe('stale');
    await vi.advanceTimersByTimeAsync(400);
    edit('two');
    await vi.advanceTimersByTimeAsync(400);
    expect(worker.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(400);
    expect(worker.asked).toEqual(['z', 'two']);
    expect(workspaceStore.getState().exposure).toMatchObject({ status: 'running', value: RESULT });
    await answer();
    expect(status()).toBe('ready');
  });

  it('an edit during a run drops that run and measures anew', async () => {
    await measureFirst();
    edit('one');
    await vi.advanceTimersByTimeAsync(700);
    edit('two');
    await answer();
    expect(status(), 'the answer for zones that are no more').toBe('stale');
    await vi.advanceTimersByTimeAsync(700);
    expect(worker.asked.at(-1)).toBe('two');
  });

  it('waits while an outline is dragged', async () => {
    await measureFirst();
    edit('one');
    const sketch = startSketch('reshape', 'z', []);
    happened.sketched({ ...sketch, grabbed: { handle: { kind: 'body' }, from: [0, 0] } });
    await vi.advanceTimersByTimeAsync(5000);
    expect(worker.asked).toHaveLength(1);
    happened.sketched(sketch);
    await vi.advanceTimersByTimeAsync(700);
    expect(worker.asked).toEqual(['z', 'one']);
  });

  it('leaves a run that the user stopped alone until the next edit', async () => {
    await measureFirst();
    edit('one');
    await vi.advanceTimersByTimeAsync(700);
    cancelExposure();
    expect(status()).toBe('stale');
    await vi.advanceTimersByTimeAsync(5000);
    expect(worker.asked).toHaveLength(2);
    edit('two');
    await vi.advanceTimersByTimeAsync(700);
    expect(worker.asked.at(-1)).toBe('two');
  });
});
