import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createProjection } from '../core/crs/projection.ts';
import type { Sketch, SketchEvent, SnapHit } from '../core/zones/editing/sketch.ts';
import { listenToKeys, stopListening } from '../features/zones/early-input.ts';
import { handleSketchEvent } from '../features/zones/sketch-session.ts';
import { takeSketchKey } from '../features/zones/take-sketch-key.ts';
import { type ReplayPointer, ZoneSketchLayer } from '../scene/globe/drawing/ZoneSketchLayer.tsx';
import { selectSceneTheme } from '../state/select-scene-theme.ts';
import type { OpenCity } from '../state/workspace.ts';
import { useWorkspace, workspaceStore } from '../state/workspace-store.ts';
import { describeSketch } from './describe-sketch.ts';
import { useSnapIndexes } from './use-snap-indexes.ts';

const SNAP_KINDS = ['vertex', 'edge', 'middle', 'building', 'street', 'start'] as const;

function takeEvent(event: SketchEvent): Sketch | null {
  handleSketchEvent(event);
  return workspaceStore.getState().sketch;
}

/** Takes keys from now on, and does again what was done while the outline was being opened. */
function startListening(replay: ReplayPointer): () => void {
  for (const input of listenToKeys(takeSketchKey)) {
    const { sketch } = workspaceStore.getState();
    if (!sketch) break;
    if (typeof input === 'string') takeSketchKey(input);
    else replay(input, sketch);
  }
  return stopListening;
}

/** The outline in the making bound to the workspace; nothing while none is open. Loaded when the first one is. */
export function DrawnSketch({ city }: { city: OpenCity }) {
  const { t, i18n } = useTranslation('app');
  const sketch = useWorkspace((state) => state.sketch);
  const theme = useWorkspace(selectSceneTheme);
  const level = useWorkspace(({ sketch: open, drawing, document }) =>
    open?.zoneId == null ? drawing.level : (document.zones[open.zoneId]?.properties.level ?? 'unrated'),
  );
  const snapNames = useMemo(
    () =>
      Object.fromEntries(SNAP_KINDS.map((kind) => [kind, t(`sketch.snap.${kind}`)])) as Record<SnapHit['kind'], string>,
    [t],
  );
  const projection = useMemo(() => {
    const made = createProjection(city.manifest.projectCrs);
    return made.ok ? made.value : null;
  }, [city.manifest.projectCrs]);
  const targets = useSnapIndexes(city, projection, sketch);
  if (!sketch) return null;
  return (
    <ZoneSketchLayer
      sketch={sketch}
      projectCrs={city.manifest.projectCrs}
      level={level}
      theme={theme}
      snapIndexes={targets.indexes}
      onEvent={takeEvent}
      onListening={startListening}
      measures={describeSketch(sketch, t, i18n.language)}
      snapNames={snapNames}
      awaited={targets.awaited.map((source) => t(`sketch.awaited.${source}`))}
    />
  );
}
