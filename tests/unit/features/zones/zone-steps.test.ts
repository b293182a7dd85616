import i18next from 'i18next';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MESSAGES as EN } from '../../../../src/app/messages-en.ts';
import { MESSAGES as ZH } from '../../../../src/app/messages-zh.ts';
import { createProjection, type Projection } from '../../../../src/core/crs/projection.ts';
import type { StrategyEntry } from '../../../../src/core/workspace/workspace-document.ts';
import type { Zone } from '../../../../src/core/zones/zone.ts';
import { editZone } from '../../../../src/features/zones/edit-zone.ts';
import { mendTopology } from '../../../../src/features/zones/mend-topology.ts';
import { dropStrategy, importStrategies, saveStrategy } from '../../../../src/features/zones/strategy-edits.ts';
import { measureZoneArea } from '../../../../src/features/zones/zone-edits.ts';
import {
  bufferZoneBy,
  deleteZone,
  duplicateZone,
  mergeZoneWith,
  subtractZone,
} from '../../../../src/features/zones/zone-operations.ts';
import {
  changeStatus,
  keepVersion,
  listZoneVersions,
  restoreVersion,
} from '../../../../src/features/zones/zone-versions.ts';
import { happened } from '../../../../src/state/happened.ts';
import { INITIAL_WORKSPACE } from '../../../../src/state/initial-workspace.ts';
import { workspaceStore } from '../../../../src/state/workspace-store.ts';
import { makeZone } from '../../core/zones/make-zone.ts';
import { openMadeCity } from './open-made-city.ts';

const projection = ((): Projection => {
  const made = createProjection('EPSG:4547');
  if (!made.ok) throw new Error('no projection');
  return made.value;
})();
const [X, Y] = projection.fromLonLat(114, 23);

/** An upright rectangle, metres from a place of the project CRS. */
function rectangle(id: string, [west, south, east, north]: number[], stated: Partial<Zone['properties']> = {}): Zone {
  const corner = (x: number, y: number) => projection.toLonLat(X + x, Y + y) as readonly [number, number];
  const [w, s, e, n] = [west!, south!, east!, north!];
  return makeZone(id, [[[corner(w, s), corner(e, s), corner(e, n), corner(w, n), corner(w, s)]]], {
    name: id,
    ...stated,
  });
}

const state = () => workspaceStore.getState();
const zone = (id: string): Zone => state().document.zones[id]!;
const area = (id: string): number => measureZoneArea(zone(id), projection);
const newest = () => state().history.done.at(-1)!.step;
const codes = () => state().history.done.map((edit) => edit.step.code);

beforeAll(async () => {
  await i18next.init({ resources: { 'zh-CN': ZH, en: EN }, lng: 'zh-CN', returnNull: false });
});

beforeEach(() => {
  workspaceStore.setState(INITIAL_WORKSPACE, true);
  openMadeCity([
    rectangle('a', [0, 0, 100, 100]),
    rectangle('b', [80, 0, 180, 100]),
    rectangle('far', [900, 900, 950, 950], { status: 'approved', reviewer: 'Li', hazard: 'gas' }),
  ]);
});

describe('fields of a zone', () => {
  it('make one step a change, and none when nothing is new', () => {
    editZone('a', { level: 'red' });
    editZone('a', { level: 'red' });
    editZone('a', { level: undefined });
    expect(codes()).toEqual(['zone.levelSet', 'zone.levelSet']);
    expect(Object.hasOwn(zone('a').properties, 'level')).toBe(false);
    happened.undone();
    expect(zone('a').properties.level).toBe('red');
  });

  it('cannot change in a tab that follows another', () => {
    happened.storageChanged({ status: 'following' });
    editZone('a', { level: 'red' });
    expect(codes()).toEqual([]);
  });
});

describe('operations on whole zones', () => {
  it('buffer by metres: a square of 100 m grown by 10 m', async () => {
    await bufferZoneBy('a', 10);
    // Sides 4 × 100 × 10, corners a circle of 10 m that the arcs of the outline come near to.
    expect(area('a')).toBeGreaterThan(10_000 + 4000 + Math.PI * 100 * 0.98);
    expect(area('a')).toBeLessThanOrEqual(10_000 + 4000 + Math.PI * 100 + 0.1);
    expect(newest()).toMatchObject({ code: 'zone.buffered', values: { byMeters: 10 } });
  });

  it('tell why a buffer leaves nothing, and change nothing', async () => {
    await bufferZoneBy('a', -60);
    expect(state().drawing.refused?.code).toBe('sketch.nothingLeft');
    expect(codes()).toEqual([]);
  });

  it('merge takes the other zone away in the same step; undo brings both back', async () => {
    await mergeZoneWith('a', 'b');
    expect(area('a')).toBeCloseTo(18_000, 1);
    expect(zone('b')).toBeUndefined();
    expect(newest()).toMatchObject({ code: 'zone.merged', values: { name: 'a', other: 'b' } });
    happened.undone();
    expect(area('a')).toBeCloseTo(10_000, 1);
    expect(area('b')).toBeCloseTo(10_000, 1);
  });

  it('subtract leaves the other as it is', async () => {
    await subtractZone('a', 'b');
    expect(area('a')).toBeCloseTo(8000, 1);
    expect(area('b')).toBeCloseTo(10_000, 1);
  });

  it('duplicate an approved zone as a draft without its reviewer, beside it', async () => {
    await duplicateZone('far', (name) => `${name}*`);
    const { selection } = state();
    const copy = zone(selection?.kind === 'zone' ? selection.id : '');
    expect(copy.properties).toMatchObject({ name: 'far*', status: 'draft', hazard: 'gas' });
    expect(copy.properties.reviewer).toBeUndefined();
    expect(measureZoneArea(copy, projection)).toBeCloseTo(2500, 1);
    expect(copy.geometry).not.toEqual(zone('far').geometry);
  });

  it('delete a zone, but not an approved one', async () => {
    await deleteZone('far');
    await deleteZone('a');
    expect(Object.keys(state().document.zones)).toEqual(['b', 'far']);
    expect(newest().values.areaSquareMeters).toBeCloseTo(10_000, 1);
  });

  it('mend an overlap by cutting it from the second zone', async () => {
    const finding = {
      kind: 'overlap' as const,
      zoneIds: ['a', 'b'],
      place: [114, 23] as const,
      areaSquareMeters: 2000,
      widthMeters: null,
      polygon: null,
    };
    await mendTopology(finding, 1);
    expect([area('a'), area('b')].map(Math.round)).toEqual([10_000, 8000]);
    expect(newest()).toMatchObject({ code: 'zone.mended', values: { name: 'b', fault: 'overlap' } });
  });
});

describe('versions', () => {
  it('are numbered within the zone; review keeps one in the same step', () => {
    keepVersion(zone('a'), ' first ');
    changeStatus(zone('a'), 'reviewed', ' Li ', 'reviewed by Li');
    keepVersion(zone('b'), '');
    const versions = listZoneVersions(state().document.versions, 'a');
    expect(versions.map(({ number, note }) => [number, note])).toEqual([
      [2, 'reviewed by Li'],
      [1, 'first'],
    ]);
    expect(versions[0]?.zone.properties).toMatchObject({ status: 'reviewed', reviewer: 'Li' });
    expect(listZoneVersions(state().document.versions, 'b')[0]?.number).toBe(1);
    expect(codes()).toEqual(['version.kept', 'zone.statusSet', 'version.kept']);
    happened.undone();
    happened.undone();
    expect(listZoneVersions(state().document.versions, 'a')).toHaveLength(1);
    expect(zone('a').properties.status).toBeUndefined();
  });

  it('restored ones are drafts that nobody signed', async () => {
    changeStatus(zone('a'), 'reviewed', 'Li', '');
    const [version] = listZoneVersions(state().document.versions, 'a');
    await bufferZoneBy('a', 10);
    restoreVersion(zone('a'), version!);
    expect(area('a')).toBeCloseTo(10_000, 1);
    expect(zone('a').properties).toMatchObject({ status: 'draft' });
    expect(zone('a').properties.reviewer).toBeUndefined();
    expect(newest()).toEqual({ code: 'version.restored', values: { name: 'a', number: 1 } });
  });

  it('going back to draft clears the reviewer and keeps no version', () => {
    changeStatus(zone('far'), 'draft', '', '');
    expect(newest()).toMatchObject({ code: 'zone.draftSet', values: { statusBefore: 'approved' } });
    expect(zone('far').properties.reviewer).toBeUndefined();
    expect(state().document.versions).toEqual({});
  });
});

describe('entries of the strategy library', () => {
  const entry: StrategyEntry = {
    id: 'flood-red',
    hazard: 'flood',
    level: 'red',
    strategy: { zh: '甲', en: 'A' },
    requirements: [],
    source: '',
    standing: '待核',
  };

  it('are kept with the work and can be taken back', () => {
    saveStrategy(entry);
    saveStrategy({ ...entry });
    expect(codes()).toEqual(['strategy.saved']);
    dropStrategy({ entry, origin: 'changed' });
    expect(newest().code).toBe('strategy.restored');
    expect(state().document.strategies).toEqual({});
  });

  it('come from a file: only those that differ, as one step; a file that is none is refused by name', async () => {
    const known = [{ entry, origin: 'library' as const }];
    const file = (text: string) => new File([text], 'own.json');
    const more = { ...entry, id: 'own', level: 'blue' as const };
    const text = JSON.stringify({ version: 1, entries: [entry, more] });
    expect(await importStrategies(file(`\uFEFF${text}`), known)).toEqual({ ok: true, value: 1 });
    expect(Object.keys(state().document.strategies)).toEqual(['own']);
    expect(newest()).toEqual({ code: 'strategy.imported', values: { count: 1 } });
    const cut = await importStrategies(file(text.slice(0, 40)), known);
    expect(cut.ok ? null : cut.issue).toMatchObject({ code: 'json.invalid', place: { file: 'own.json' } });
    expect(codes()).toHaveLength(1);
  });
});
