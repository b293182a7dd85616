import { beforeEach, describe, expect, it } from 'vitest';
import { selectionOfPick } from '../../../src/app/selection-of-pick.ts';
import type { ScenePick } from '../../../src/core/city/scene-pick.ts';
import { documentOfZones } from '../../../src/core/workspace/document-of-zones.ts';
import { INITIAL_WORKSPACE } from '../../../src/state/initial-workspace.ts';
import type { OpenCity, Selection, WorkspaceState } from '../../../src/state/workspace.ts';
import { makeZone, ringAround } from '../core/zones/make-zone.ts';

const ZONES = [
  makeZone('low', [[ringAround(0, 0, 3)]], { level: 'blue' }),
  makeZone('high', [[ringAround(0, 0, 1)]], { level: 'red' }),
  makeZone('middle', [[ringAround(0, 0, 2)]], { level: 'orange' }),
];
const pickAt = (lon: number): ScenePick => ({ kind: 'ground', position: { lon, lat: 0, ellipsoidalHeightMeters: 0 } });

describe('selectionOfPick', () => {
  let state: WorkspaceState;
  const pick = (lon: number, passesOn: boolean, selection: Selection | null = null) => {
    const selected = selectionOfPick({ ...state, selection }, pickAt(lon), passesOn);
    return selected?.kind === 'zone' ? selected.id : selected;
  };

  beforeEach(() => {
    const manifest = { tilesets: [] } as unknown as OpenCity['manifest'];
    const city = { manifest, baseUrl: '', zones: ZONES, shelters: [], communities: [] } as unknown as OpenCity;
    state = {
      ...INITIAL_WORKSPACE,
      city: { status: 'ready', value: city },
      document: documentOfZones(ZONES),
      layers: { zones: { visible: true, opacity: 1 } },
    };
  });

  it('takes the highest zone at a place', () => {
    expect(pick(0.5, true)).toBe('high');
    expect(pick(1.5, true)).toBe('middle');
    expect(pick(5, true)).toBeNull();
  });

  it('passes on from the selected zone to the next lower one, and from the lowest to the highest', () => {
    expect(pick(0.5, true, { kind: 'zone', id: 'high' })).toBe('middle');
    expect(pick(0.5, true, { kind: 'zone', id: 'middle' })).toBe('low');
    expect(pick(0.5, true, { kind: 'zone', id: 'low' })).toBe('high');
    expect(pick(2.5, true, { kind: 'zone', id: 'high' })).toBe('low');
    expect(pick(2.5, true, { kind: 'zone', id: 'low' })).toBe('low');
  });

  it('stays with the highest where it does not pass on, as under the resting pointer', () => {
    expect(pick(0.5, false, { kind: 'zone', id: 'high' })).toBe('high');
  });

  it('takes no zone of a hidden layer', () => {
    state = { ...state, layers: { zones: { visible: false, opacity: 1 } } };
    expect(pick(0.5, true)).toBeNull();
  });
});
