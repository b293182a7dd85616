import type { Projection } from '../../core/crs/projection.ts';
import { advanceSketch } from '../../core/zones/editing/advance-sketch.ts';
import type { Sketch, SketchEvent, SketchStep, SketchTool } from '../../core/zones/editing/sketch.ts';
import { sketchOfZone } from '../../core/zones/editing/sketch-of-zone.ts';
import { startSketch } from '../../core/zones/editing/start-sketch.ts';
import { happened } from '../../state/happened.ts';
import { selectCity } from '../../state/select-city.ts';
import type { WorkspaceState } from '../../state/workspace.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { commitSketch } from './commit-sketch.ts';
import { dropInput } from './early-input.ts';
import { selectDrawingBar, selectEditingBar } from './editing-bar.ts';
import { knownProjection, loadProjection } from './load-projection.ts';

/** Tools that go on after a stroke: each released drag is a step of its own. */
const LASTING_TOOLS: readonly SketchTool[] = ['reshape', 'transform'];

let projection: Projection | null = null;
let starts = 0;
let unfollow: (() => void) | null = null;

/**
 * Opens an outline for drawing: a new zone, or with `zoneId` a change of that zone. Nothing happens where editing is
 * barred (`selectEditingBar`); an outline that cannot be edited is told as an issue. It is open at once when the
 * projection of the city is known; what was kept of early input (`holdInput`) is dropped when none opens.
 */
export async function startSketchSession(tool: SketchTool, zoneId: string | null = null): Promise<void> {
  starts += 1;
  const start = starts;
  const state = workspaceStore.getState();
  const city = selectCity(state);
  if (!city || (zoneId === null ? selectDrawingBar(state) : selectEditingBar(state, zoneId))) {
    dropInput();
    return;
  }
  const known = knownProjection(city.manifest.projectCrs);
  const loaded = known ? { ok: true as const, value: known } : await loadProjection(city.manifest.projectCrs);
  if (start !== starts) return;
  if (selectCity(workspaceStore.getState())?.baseUrl !== city.baseUrl) {
    dropInput();
    return;
  }
  if (loaded.ok) {
    projection = loaded.value;
    if (open(tool, zoneId, projection)) {
      follow();
      return;
    }
  } else happened.issueArose(loaded.issue);
  dropInput();
}

/** Puts a fresh sketch of the zone as it is now into the workspace. */
function open(tool: SketchTool, zoneId: string | null, frame: Projection): boolean {
  const { document, drawing } = workspaceStore.getState();
  const zone = zoneId === null ? undefined : document.zones[zoneId];
  if (zoneId !== null && !zone) return false;
  const base = zone ? sketchOfZone(zone, frame) : { ok: true as const, value: [] };
  if (!base.ok) {
    happened.issueArose(base.issue);
    return false;
  }
  const { orthogonal, corridorWidthMeters } = drawing;
  happened.sketched(startSketch(tool, zoneId, base.value, { orthogonal, corridorWidthMeters }));
  return true;
}

/** Takes what the pointer or a key did to the open outline; a finished stroke becomes one undoable step. */
export function handleSketchEvent(event: SketchEvent): void {
  const { sketch } = workspaceStore.getState();
  if (!sketch || !projection) return;
  const step = advanceSketch(sketch, event);
  if (event.kind === 'orthogonalSwitched') happened.drawingSet({ orthogonal: event.orthogonal });
  if (event.kind === 'corridorWidened' && !step.refused) {
    happened.drawingSet({ corridorWidthMeters: event.widthMeters });
  }
  if (step.outcome === 'closed') cancelSketch();
  else if (step.outcome === 'committed') commit(sketch, step, projection);
  else if (step.sketch !== sketch) happened.sketched(step.sketch);
  if (step.refused) happened.drawingSet({ refused: { code: step.refused, severity: 'note', place: {} } });
}

/** A drag that is kept leaves the outline open for the next one; a drawn outline closes and its zone is selected. */
function commit(before: Sketch, { sketch, pieces }: SketchStep, frame: Projection): void {
  const lasting = LASTING_TOOLS.includes(sketch.tool);
  unfollow?.();
  const outcome = commitSketch(sketch, pieces, frame);
  if (!outcome.ok) {
    happened.sketched({ ...before, grabbed: null, shape: before.base });
    happened.drawingSet({ refused: outcome.issue });
    follow();
  } else if (lasting) {
    happened.sketched(sketch);
    follow();
  } else {
    happened.sketched(null);
    happened.featurePicked({ kind: 'zone', id: outcome.value });
  }
}

/** Ends the open outline without a step. */
export function cancelSketch(): void {
  starts += 1;
  dropInput();
  unfollow?.();
  happened.sketched(null);
}

/** While an outline is open its zone may change under it (undo, a field, another tab): the outline starts anew from it. */
function follow(): void {
  unfollow?.();
  const stop = workspaceStore.subscribe((state, before) => {
    if (!state.sketch || state.city !== before.city) unfollow?.();
    else if (state.selection !== before.selection && isLetGo(state, state.sketch)) cancelSketch();
    else refresh(state, before, state.sketch);
  });
  unfollow = () => {
    stop();
    unfollow = null;
  };
}

/** Another thing was chosen than the zone whose outline is open. */
function isLetGo({ selection }: WorkspaceState, { zoneId }: Sketch): boolean {
  return zoneId !== null && !(selection?.kind === 'zone' && selection.id === zoneId);
}

function refresh(state: WorkspaceState, before: WorkspaceState, { tool, zoneId }: Sketch): void {
  if (zoneId === null || !projection) return;
  const [now, then] = [state.document.zones[zoneId], before.document.zones[zoneId]];
  if (now === then) return;
  if (!now || now.properties.status === 'approved') cancelSketch();
  else if (now.geometry !== then?.geometry) open(tool, zoneId, projection);
}

/** Projection of the outline that is open or was open last. */
export function sketchProjection(): Projection | null {
  return projection;
}
