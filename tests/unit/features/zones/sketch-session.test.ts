import i18next from 'i18next';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MESSAGES as EN } from '../../../../src/app/messages-en.ts';
import { MESSAGES as ZH } from '../../../../src/app/messages-zh.ts';
import { createProjection, type Projection } from '../../../../src/core/crs/projection.ts';
import type { ProjectedXY } from '../../../../src/core/geometry/coordinates.ts';
import type { SketchEvent } from '../../../../src/core/zones/editing/sketch.ts';
import type { Zone } from '../../../../src/core/zones/zone.ts';
import { cancelSketch, handleSketchEvent, startSketchSession } from '../../../../src/features/zones/sketch-session.ts';
import { measureZoneArea } from '../../../../src/features/zones/zone-edits.ts';
import { happened } from '../../../../src/state/happened.ts';
import { INITIAL_WORKSPACE } from '../../../../src/state/initial-workspace.ts';
import { workspaceStore } from '../../../../src/state/workspace-store.ts';
import { makeZone } from '../../core/zones/make-zone.ts';
import { openMadeCity } from './open-made-city.ts';

const projection = (() => {
  const made = createProjection('EPSG:4547');
  if (!made.ok) throw new Error('no projection');
  return made.value;
})();
const ORIGIN = projection.fromLonLat(114, 23) as readonly [number, number];
const at = (x: number, y: number): ProjectedXY => [ORIGIN[0] + x, ORIGIN[1] + y];
const state = () => workspaceStore.getState();
const zoneOf = (id: string | null): Zone => state().document.zones[id ?? '']!;
const selectedId = () => (state().selection?.kind === 'zone' ? (state().selection as { id: string }).id : null);
const click = (x: number, y: number): SketchEvent => ({ kind: 'placed', at: at(x, y), snap: null });

function squareZone(id: string, half: number, properties: Partial<Zone['properties']> = {}): Zone {
  const corners = [at(-half, -half), at(half, -half), at(half, half), at(-half, half), at(-half, -half)];
  const ring = corners.map(([x, y]) => projection.toLonLat(x, y) as readonly [number, number]);
  return makeZone(id, [[ring]], { name: id, level: 'yellow', ...properties });
}

async function draw(...events: SketchEvent[]): Promise<void> {
  await startSketchSession('polygon');
  for (const event of events) handleSketchEvent(event);
}

beforeAll(async () => {
  await i18next.init({ resources: { 'zh-CN': ZH, en: EN }, lng: 'zh-CN', returnNull: false });
});

beforeEach(() => {
  cancelSketch();
  workspaceStore.setState(INITIAL_WORKSPACE, true);
  openMadeCity([squareZone('old', 50), squareZone('signed', 10, { status: 'approved' })]);
});

describe('drawing a new zone', () => {
  it('becomes one undoable step with its area, and the zone is selected', async () => {
    happened.drawingSet({ hazard: 'gas', level: 'red' });
    await draw(click(0, 0), click(100, 0), click(100, 50), click(0, 50), { kind: 'finished' });
    const zone = zoneOf(selectedId());
    expect(zone.properties).toMatchObject({ name: '燃气风险区 3', hazard: 'gas', level: 'red', status: 'draft' });
    expect(measureZoneArea(zone, projection as Projection)).toBeCloseTo(5000, 1);
    expect(state().sketch).toBeNull();
    expect(state().history.done.map((edit) => edit.step.code)).toEqual(['zone.drawn']);
    expect(state().history.done[0]?.step.values.areaSquareMeters).toBeCloseTo(5000, 1);
    happened.undone();
    expect(Object.keys(state().document.zones)).toEqual(['old', 'signed']);
    expect(state().selection).toBeNull();
  });

  it('says why a stroke cannot end, and goes on', async () => {
    await draw(click(0, 0), { kind: 'finished' });
    expect(state().drawing.refused?.code).toBe('sketch.tooFewPoints');
    expect(state().sketch?.points).toHaveLength(1);
    handleSketchEvent(click(10, 0));
    expect(state().drawing.refused).toBeNull();
    handleSketchEvent({ kind: 'cancelled' });
    handleSketchEvent({ kind: 'cancelled' });
    expect(state().sketch).toBeNull();
    expect(state().history.done).toEqual([]);
  });

  it('does not begin in a tab that follows another', async () => {
    happened.storageChanged({ status: 'following' });
    await startSketchSession('polygon');
    expect(state().sketch).toBeNull();
  });
});

describe('changing a zone', () => {
  const grabCorner = (x: number, y: number): SketchEvent => ({
    kind: 'grabbed',
    handle: { kind: 'vertex', polygon: 0, ring: 0, vertex: 2 },
    at: at(x, y),
  });

  it('makes every released drag a step of its own and goes on with the outline it left', async () => {
    await startSketchSession('reshape', 'old');
    handleSketchEvent(grabCorner(50, 50));
    handleSketchEvent({ kind: 'released', at: at(60, 60) });
    handleSketchEvent(grabCorner(60, 60));
    handleSketchEvent({ kind: 'released', at: at(70, 70) });
    expect(state().history.done.map((edit) => edit.step.code)).toEqual(['zone.reshaped', 'zone.reshaped']);
    expect(state().sketch?.tool).toBe('reshape');
    const { areaBeforeSquareMeters, areaSquareMeters } = state().history.done[1]!.step.values;
    // A square of 100 m whose corner was pulled out by (d, d) has 10,000 + 100 d square metres.
    expect(areaBeforeSquareMeters).toBeCloseTo(11_000, 1);
    expect(areaSquareMeters).toBeCloseTo(12_000, 1);
  });

  it('follows the zone when it is undone under the open outline, and ends when the zone is gone', async () => {
    await startSketchSession('reshape', 'old');
    handleSketchEvent(grabCorner(50, 50));
    handleSketchEvent({ kind: 'released', at: at(60, 60) });
    happened.undone();
    expect(state().sketch?.base[0]?.[0]?.[2]?.[0]).toBeCloseTo(at(50, 50)[0], 3);
    const before = zoneOf('old');
    happened.edited({
      id: 'e',
      at: '2026-01-01T00:00:00Z',
      step: { code: 'zone.deleted', values: { name: 'old', areaSquareMeters: 1 } },
      changes: [{ collection: 'zones', id: 'old', before, after: null }],
    });
    expect(state().sketch).toBeNull();
  });

  it('ends when another zone is chosen, and goes on when the same one is', async () => {
    await startSketchSession('reshape', 'old');
    happened.featurePicked({ kind: 'zone', id: 'old' });
    expect(state().sketch?.zoneId).toBe('old');
    happened.featurePicked({ kind: 'zone', id: 'signed' });
    expect(state().sketch).toBeNull();
  });

  it('splits a zone: the largest piece keeps it, the other is a draft of its own', async () => {
    await startSketchSession('split', 'old');
    for (const event of [click(20, -80), click(20, 80), { kind: 'finished' } as const]) handleSketchEvent(event);
    const step = state().history.done[0]!;
    expect(step.step).toMatchObject({ code: 'zone.split', values: { count: 2 } });
    const areas = step.changes.map(({ after }) => measureZoneArea(after as Zone, projection as Projection));
    expect(areas[0]).toBeCloseTo(7000, 1);
    expect(areas[1]).toBeCloseTo(3000, 1);
    expect((step.changes[1]!.after as Zone).properties).toMatchObject({ level: 'yellow', status: 'draft' });
    happened.undone();
    expect(Object.keys(state().document.zones)).toEqual(['old', 'signed']);
  });

  it('does not open an approved zone', async () => {
    await startSketchSession('reshape', 'signed');
    expect(state().sketch).toBeNull();
  });
});
