import { beforeEach, describe, expect, it } from 'vitest';
import { startSketch } from '../../../src/core/zones/editing/start-sketch.ts';
import { happened } from '../../../src/state/happened.ts';
import { INITIAL_WORKSPACE } from '../../../src/state/initial-workspace.ts';
import { rowCache } from '../../../src/state/row-cache.ts';
import type { RowSelection } from '../../../src/state/workspace.ts';
import { workspaceStore } from '../../../src/state/workspace-store.ts';
import { makeZone, ringAround } from '../core/zones/make-zone.ts';

const ZONE = makeZone('z', [[ringAround(114, 23, 0.001)]]);
const state = () => workspaceStore.getState();

function choose(drawn: boolean): void {
  const key = rowCache.keep(Uint32Array.of(1, 5));
  const origin: RowSelection['origin'] = { pick: { union: true }, where: null, drawn };
  happened.rowsChosen({ key, table: 'buildings', count: 2, origin });
}

function putZone(): void {
  const changes = [{ collection: 'zones', id: 'z', before: null, after: ZONE }] as const;
  happened.edited({
    id: 'e',
    at: '2026-01-01T00:00:00.000Z',
    step: { code: 'zone.drawn', values: {} },
    changes: [...changes],
  });
}

beforeEach(() => workspaceStore.setState(INITIAL_WORKSPACE, true));

describe('rowCache', () => {
  it('keeps the newest rows by key and lets old ones go', () => {
    const keys = Array.from({ length: 6 }, (_, place) => rowCache.keep(Uint32Array.of(place)));
    expect(new Set(keys).size).toBe(6);
    expect(rowCache.find(keys[5]!)).toEqual(Uint32Array.of(5));
    expect(rowCache.find(keys[0]!)).toBeNull();
  });
});

describe('chosen rows', () => {
  it('are stale once zones were changed', () => {
    choose(false);
    happened.sketched(startSketch('polygon', null, [[[[0, 0]]]]));
    expect(state().rowSelection?.stale).toBeUndefined();
    putZone();
    expect(state().rowSelection).toMatchObject({ count: 2, stale: true });
  });

  it('of an outline in the making are stale once it goes on, not when the pointer only moves', () => {
    const sketch = startSketch('polygon', null, [[[[0, 0]]]]);
    happened.sketched(sketch);
    choose(true);
    happened.sketched({ ...sketch, pointer: [1, 1] });
    expect(state().rowSelection?.stale).toBeUndefined();
    happened.sketched({ ...sketch, shape: [] });
    expect(state().rowSelection?.stale).toBe(true);
  });
});
