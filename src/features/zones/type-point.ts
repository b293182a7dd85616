import { parseTypedPoint } from '../../core/zones/editing/parse-typed-point.ts';
import { happened } from '../../state/happened.ts';
import { workspaceStore } from '../../state/workspace-store.ts';
import { handleSketchEvent, sketchProjection } from './sketch-session.ts';

/** Places a point that was typed; whether it could be read. Why not is told like every refusal of the outline. */
export function typePoint(text: string): boolean {
  const { sketch } = workspaceStore.getState();
  const projection = sketchProjection();
  if (!sketch || !projection) return false;
  const point = parseTypedPoint(text, sketch.points.at(-1) ?? null, projection);
  if (point.ok) handleSketchEvent({ kind: 'typed', at: point.value });
  else happened.drawingSet({ refused: point.issue });
  return point.ok;
}
