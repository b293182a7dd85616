import { dropInput, giveSketchKey, holdInput, isHoldingInput } from '../features/zones/early-input.ts';
import { DRAW_KEYS, EDIT_KEYS, SKETCH_KEYS } from '../features/zones/tool-keys.ts';
import { happened } from '../state/happened.ts';
import { workspaceStore } from '../state/workspace-store.ts';

const isKeyOf = <K extends object>(keys: K, key: string): key is string & keyof K => Object.hasOwn(keys, key);

type SketchSession = typeof import('../features/zones/sketch-session.ts');

let session: SketchSession | null = null;

/** Code of the tools, loaded once; at once when it is there: a key must not come after the click that follows it. */
function withSession(act: (session: SketchSession) => void): void {
  if (session) {
    act(session);
    return;
  }
  import('../features/zones/sketch-session.ts').then(
    (loaded) => {
      session = loaded;
      act(loaded);
    },
    (error: unknown) => {
      dropInput();
      const detail = error instanceof Error ? error.message : String(error);
      happened.issueArose({
        code: 'fetch.unreachable',
        severity: 'error',
        place: { file: 'sketch-session' },
        values: { detail },
      });
    },
  );
}

/**
 * Gives a key to the zones: to the open outline, or to a tool in assess mode; whether it was taken. Code of the tools
 * travels when the first of them is used.
 */
export function takeZoneKey(event: KeyboardEvent): boolean {
  const { sketch, panels, selection } = workspaceStore.getState();
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const sketchKey = SKETCH_KEYS.find((known) => known === key);
  if ((sketch || isHoldingInput()) && sketchKey) {
    if (key === 'Enter' && ownsEnter(event.target, (sketch?.points.length ?? 0) > 0)) return false;
    event.preventDefault();
    if (giveSketchKey(sketchKey) === 'unheard') withSession(({ cancelSketch }) => cancelSketch());
    return true;
  }
  if (panels.mode !== 'assess') return false;
  const zoneId = selection?.kind === 'zone' ? selection.id : null;
  if (key === 'Delete' && zoneId !== null) {
    void import('../features/zones/zone-operations.ts').then(({ deleteZone }) => deleteZone(zoneId));
    return true;
  }
  const tool = isKeyOf(DRAW_KEYS, key) ? DRAW_KEYS[key] : isKeyOf(EDIT_KEYS, key) ? EDIT_KEYS[key] : null;
  if (!tool) return false;
  const changed = isKeyOf(EDIT_KEYS, key) ? zoneId : null;
  if (isKeyOf(EDIT_KEYS, key) && changed === null) return true;
  holdInput();
  withSession(({ startSketchSession }) => void startSketchSession(tool, changed));
  return true;
}

/** Enter belongs to a button that has the focus, but for the tool that was clicked before the stroke began. */
function ownsEnter(target: EventTarget | null, strokeGoesOn: boolean): boolean {
  if (!(target instanceof HTMLButtonElement)) return false;
  return !(strokeGoesOn && target.closest('.zone-tools'));
}
