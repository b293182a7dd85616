import { describe, expect, it } from 'vitest';
import { describeZoneEdit } from '../../../../src/core/zones/describe-zone-edit.ts';
import { listZoneDifferences } from '../../../../src/core/zones/list-zone-differences.ts';
import type { Zone } from '../../../../src/core/zones/zone.ts';
import { makeZone, ringAround } from './make-zone.ts';

const shape = [[ringAround(0, 0, 1)]];
const zone = (properties: Partial<Zone['properties']> = {}) =>
  makeZone('z', shape, { name: 'River', level: 'yellow', requirements: ['a', 'b'], ...properties });

function step(change: Partial<Zone['properties']>) {
  return describeZoneEdit(zone(), zone(change));
}

describe('what an edit of a zone did, in words', () => {
  it('names level and hazard before and after', () => {
    expect(step({ level: 'red' })).toEqual({
      code: 'zone.levelSet',
      values: { name: 'River', levelBefore: 'yellow', level: 'red' },
    });
    const { level: _level, ...unrated } = zone().properties;
    expect(describeZoneEdit({ ...zone(), properties: unrated }, zone()).values.levelBefore).toBe('unrated');
    expect(step({ hazard: 'gas' }).values).toMatchObject({ hazardBefore: 'flood', hazard: 'gas' });
  });

  it('tells requirements added, removed, put in another order and rewritten apart', () => {
    expect(step({ requirements: ['a', 'b', 'c', 'd'] })).toMatchObject({
      code: 'zone.requirementsAdded',
      values: { count: 2 },
    });
    expect(step({ requirements: [] })).toMatchObject({ code: 'zone.requirementsRemoved', values: { count: 2 } });
    expect(step({ requirements: ['b', 'a'] }).code).toBe('zone.requirementsOrdered');
    expect(step({ requirements: ['a', 'B'] }).code).toBe('zone.requirementRewritten');
  });

  it('takes what belongs together as one thing', () => {
    expect(step({ status: 'approved', reviewer: 'Li' })).toMatchObject({
      code: 'zone.statusSet',
      values: { statusBefore: 'draft', status: 'approved', reviewer: 'Li' },
    });
    expect(step({ strategy: 's', requirements: ['x'] })).toMatchObject({
      code: 'zone.strategyApplied',
      values: { count: 1 },
    });
    expect(step({ validFrom: '2026-01-01', validTo: '2027-01-01' })).toMatchObject({
      code: 'zone.validitySet',
      values: { from: '2026-01-01', to: '2027-01-01' },
    });
    expect(step({ hazard: 'gas', level: 'red', note: 'n' })).toMatchObject({
      code: 'zone.changed',
      values: { count: 3 },
    });
  });

  it('tells values with units, and what was not stated as empty', () => {
    expect(step({ intensity: { value: 1.5, unit: 'm' } })).toMatchObject({
      code: 'zone.intensitySet',
      values: { before: '', after: '1.5 m' },
    });
    expect(step({ returnPeriodYears: 50 }).values).toMatchObject({ before: '', after: 50 });
    expect(step({ note: 'n' }).code).toBe('zone.noteWritten');
    expect(describeZoneEdit(zone({ note: 'n' }), zone()).code).toBe('zone.noteCleared');
  });

  it('calls a zone without a name by its id', () => {
    const { name: _name, ...properties } = zone().properties;
    expect(describeZoneEdit(zone(), { ...zone(), properties: { ...properties, name: null } }).values).toEqual({
      name: 'z',
      before: 'River',
    });
  });
});

describe('differences between two states of a zone', () => {
  it('are none between equal states, an empty list and a list that is not there, a draft and no status', () => {
    const { requirements: _requirements, ...bare } = zone().properties;
    expect(listZoneDifferences(zone(), structuredClone(zone()))).toEqual([]);
    expect(listZoneDifferences(zone({ requirements: [] }), { ...zone(), properties: bare })).toEqual([]);
    expect(listZoneDifferences(zone({ status: 'draft' }), zone())).toEqual([]);
  });

  it('are listed in the order of the form, the outline first', () => {
    const moved = makeZone('z', [[ringAround(0, 0.1, 1)]], {
      ...zone().properties,
      status: 'reviewed',
      hazard: 'fire',
    });
    expect(listZoneDifferences(zone(), moved)).toEqual(['shape', 'hazard', 'status']);
  });
});
