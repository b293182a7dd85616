import { beforeEach, describe, expect, it } from 'vitest';
import { startSketch } from '../../../../src/core/zones/editing/start-sketch.ts';
import { NEW_ZONE_ID, selectLiveQuestion } from '../../../../src/features/exposure/live-question.ts';
import { happened } from '../../../../src/state/happened.ts';
import { INITIAL_WORKSPACE } from '../../../../src/state/initial-workspace.ts';
import { workspaceStore } from '../../../../src/state/workspace-store.ts';
import { makeZone, ringAround } from '../../core/zones/make-zone.ts';
import { openMadeCity } from '../zones/open-made-city.ts';

const ZONE = makeZone('z', [[ringAround(114, 23, 0.001)]], { level: 'orange' });
const TABLES = { tables: { buildings: { file: 'buildings.parquet', rows: 3 } } };
const SHAPE = [
  [
    [
      [0, 0],
      [9, 0],
      [0, 9],
    ],
  ],
] as const;

const question = () => selectLiveQuestion(workspaceStore.getState());

beforeEach(() => {
  workspaceStore.setState(INITIAL_WORKSPACE, true);
  openMadeCity([ZONE], TABLES);
});

describe('selectLiveQuestion', () => {
  it('asks about the selected zone, and about nothing else that is selected', () => {
    expect(question()).toBeNull();
    happened.featurePicked({ kind: 'zone', id: 'z' });
    expect(question()).toMatchObject({ zoneId: 'z', edited: null, zones: [ZONE] });
    happened.featurePicked({ kind: 'shelter', id: 'z' });
    expect(question()).toBeNull();
  });

  it('asks about a new outline once it has a shape, at the level it will have', () => {
    happened.drawingSet({ level: 'red' });
    const sketch = startSketch('polygon', null, []);
    happened.sketched(sketch);
    expect(question()).toBeNull();
    happened.sketched({ ...sketch, shape: SHAPE, points: [SHAPE[0][0][0]] });
    expect(question()).toMatchObject({ zoneId: NEW_ZONE_ID, edited: { id: NEW_ZONE_ID, level: 'red', shape: SHAPE } });
  });

  it('asks about the zone itself between strokes: what was released is what is kept', () => {
    const sketch = startSketch('reshape', 'z', SHAPE);
    happened.sketched(sketch);
    expect(question()).toMatchObject({ zoneId: 'z', edited: null });
    const handle = { kind: 'body' } as const;
    happened.sketched({ ...sketch, grabbed: { handle, from: [0, 0] } });
    expect(question()).toMatchObject({ zoneId: 'z', edited: { id: 'z', level: 'orange', shape: SHAPE } });
  });

  it('asks nothing of a city without a building table', () => {
    openMadeCity([ZONE]);
    happened.featurePicked({ kind: 'zone', id: 'z' });
    expect(question()).toBeNull();
  });
});
