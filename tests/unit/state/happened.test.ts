import { beforeEach, describe, expect, it } from 'vitest';
import type { CityManifest } from '../../../src/core/city/city-manifest.ts';
import type { Issue } from '../../../src/core/city/issue.ts';
import type { ExposureResult } from '../../../src/core/risk/exposure.ts';
import { happened } from '../../../src/state/happened.ts';
import { INITIAL_WORKSPACE } from '../../../src/state/initial-workspace.ts';
import { selectCity } from '../../../src/state/select-city.ts';
import type { OpenCity } from '../../../src/state/workspace.ts';
import { workspaceStore } from '../../../src/state/workspace-store.ts';

const ISSUE: Issue = { code: 'fetch.notFound', severity: 'error', place: { file: 'b/city.json' } };

function cityOf(id: string): OpenCity {
  const manifest: CityManifest = {
    packageVersion: 1,
    id,
    name: { zh: id, en: id },
    projectCrs: 'EPSG:28992',
    heightDatum: 'unknown',
    extent: [4.4, 51.9, 4.5, 52],
    synthetic: false,
    ground: { rule: 'none', extent: [4.4, 51.9, 4.5, 52], columns: 1, rows: 1, ellipsoidalHeightsMeters: [0] },
    datasets: [],
    tilesets: [{ id: 'b', table: 'buildings', datasetIds: [], uri: 't.json', rowLookup: 'row', absentContents: [] }],
    tables: {},
    rules: [],
    issues: [],
    files: {},
    tool: { name: 'city', version: '0' },
    inputHash: id,
  };
  return { manifest, baseUrl: `http://x/${id}/`, zones: [], shelters: [], communities: [] };
}

const EXPOSURE: ExposureResult = {
  rule: 'footprint-share-1',
  zones: [],
  byLevel: {},
  union: {
    buildings: 3,
    footprintAreaSquareMeters: 1,
    floorAreaSquareMeters: 1,
    peopleDay: 1,
    peopleNight: 1,
    facilities: 0,
    pipesMeters: 0,
    unknown: {},
  },
};

const state = () => workspaceStore.getState();

beforeEach(() => workspaceStore.setState(INITIAL_WORKSPACE, true));

describe('opening a city', () => {
  it('drops the late answer of an older request', () => {
    happened.cityRequested(1, 'a');
    happened.cityRequested(2, 'b');
    happened.cityOpened(1, cityOf('a'), []);
    expect(selectCity(state())).toBeNull();
    happened.cityOpened(2, cityOf('b'), []);
    expect(selectCity(state())?.manifest.id).toBe('b');
  });

  it('keeps the open city when another one fails, and names the failure', () => {
    happened.cityRequested(1, 'a');
    happened.cityOpened(1, cityOf('a'), []);
    happened.featurePicked({ kind: 'element', table: 'buildings', tilesetId: 'b', row: 7, position: null });
    happened.cityRequested(2, 'b');
    happened.cityFailed(2, 'b', ISSUE);
    expect(selectCity(state())?.manifest.id).toBe('a');
    expect(state().selection).toMatchObject({ row: 7 });
    expect(state().opening).toEqual({ status: 'failed', cityId: 'b', issue: ISSUE });
  });

  it('clears selection and results of the former city, and flies to the new one', () => {
    happened.featurePicked({ kind: 'zone', id: 'z' });
    happened.exposureRequested(1);
    happened.exposureMeasured(1, EXPOSURE);
    happened.cityRequested(5, 'a');
    happened.cityOpened(5, cityOf('a'), [ISSUE]);
    expect(state()).toMatchObject({ selection: null, exposure: { status: 'idle' }, issues: [ISSUE] });
    expect(state().flight?.target).toEqual({ extent: [4.4, 51.9, 4.5, 52] });
    expect(Object.keys(state().layers)).toEqual(['b', 'zones', 'shelters', 'groundMap']);
    expect(state().sun.instant).toMatch(/\+00:00$/);
  });
});

describe('layers', () => {
  it('changes one layer and clamps its opacity; an unknown layer changes nothing', () => {
    happened.cityRequested(1, 'a');
    happened.cityOpened(1, cityOf('a'), []);
    happened.layerToggled('b', false);
    happened.layerFaded('b', 7);
    happened.layerFaded('nothing', 0.5);
    expect(state().layers).toEqual({
      b: { visible: false, opacity: 1 },
      zones: { visible: true, opacity: 1 },
      shelters: { visible: true, opacity: 1 },
      groundMap: { visible: true, opacity: 1 },
    });
  });

  it('tells an absent tile once', () => {
    happened.issueArose(ISSUE);
    happened.issueArose({ ...ISSUE });
    happened.issueArose({ ...ISSUE, place: { file: 'other' } });
    expect(state().issues).toHaveLength(2);
  });
});

describe('exposure', () => {
  it('drops the answer of a run that was replaced or cancelled', () => {
    happened.exposureRequested(1);
    happened.exposureRequested(2);
    happened.exposureMeasured(1, EXPOSURE);
    expect(state().exposure).toMatchObject({ status: 'running', run: 2 });
    happened.exposureCancelled();
    happened.exposureMeasured(2, EXPOSURE);
    expect(state().exposure).toEqual({ status: 'idle' });
  });
});

describe('what the store holds', () => {
  it('is frozen in depth', () => {
    happened.exposureRequested(1);
    happened.exposureMeasured(1, structuredClone(EXPOSURE));
    const { exposure } = state();
    expect(exposure.status === 'ready' && Object.isFrozen(exposure.value.union)).toBe(true);
  });

  it('is plain data: class instances are refused', () => {
    const date: unknown = { target: { extent: new Float64Array(4) } };
    expect(() =>
      happened.flightAsked((date as { target: { extent: [number, number, number, number] } }).target),
    ).toThrow(/instance of a class/);
  });
});

describe('a lost graphics context', () => {
  it('asks for a new globe at the saved camera', () => {
    const camera = {
      position: { lon: 4.4, lat: 51.9, ellipsoidalHeightMeters: 500 },
      headingDegrees: 10,
      pitchDegrees: -40,
    };
    happened.cameraSettled(camera);
    const before = state().flight?.key ?? 0;
    happened.contextLost();
    expect(state().contextLosses).toBe(1);
    expect(state().flight).toEqual({ key: before + 1, target: camera });
  });
});
