import './sketch.css';
import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RiskLevel } from '../../../core/city/hazard.ts';
import { createProjection } from '../../../core/crs/projection.ts';
import type { Sketch, SketchEvent, SnapHit } from '../../../core/zones/editing/sketch.ts';
import type { SnapIndex } from '../../../core/zones/editing/snap-index.ts';
import { useGlobe } from '../globe-context.ts';
import { useLatest } from '../use-latest.ts';
import { SketchController } from './sketch-controller.ts';
import { SketchPlacement } from './sketch-placement.ts';

/** Does again what the pointer did before the layer was there, on the sketch as it is by then. */
export type ReplayPointer = (event: PointerEvent, sketch: Sketch) => void;

export interface ZoneSketchLayerProps {
  sketch: Sketch;
  /** EPSG code of the frame of the sketch; a geographic or unknown one shows nothing. */
  projectCrs: string;
  /** Level of the zone that is being drawn: its colour and hatch. */
  level: RiskLevel;
  theme: 'light' | 'dark';
  /** Zones, buildings, streets to snap to and to trace, metres of the project CRS. */
  snapIndexes: readonly SnapIndex[];
  /** Answers the sketch as it is after the event; `null` when it has ended. */
  onEvent: (event: SketchEvent) => Sketch | null;
  /** The pointer is listened to from now on, until the answer is called. */
  onListening: (replay: ReplayPointer) => () => void;
  /** Lines beside the pointer in the reader's language: length and bearing, area. */
  measures: readonly string[];
  /** What is snapped to, in the reader's language. */
  snapNames: Record<SnapHit['kind'], string>;
  /** A line for everything that cannot be snapped to yet, in the reader's language. */
  awaited: readonly string[];
}

/** How long clicks of the last stroke may still arrive after the sketch has ended; they must not pick. */
const LAST_CLICK_MS = 150;

/**
 * The outline in the making: drawn on ground, roofs and walls, its handles above everything, the pointer turned into
 * events of the sketch. While it is there, clicks and hovering pick nothing; the camera is moved as ever, by a drag
 * that grabs nothing, the other buttons and the wheel.
 */
export function ZoneSketchLayer(props: ZoneSketchLayerProps): ReactNode {
  const { sketch, projectCrs, level, theme, measures, snapNames, awaited, snapIndexes } = props;
  const { viewer, zoneSurface, ground, picks } = useGlobe();
  const canvas = useRef<HTMLCanvasElement>(null);
  const label = useRef<HTMLDivElement>(null);
  const onEvent = useLatest(props.onEvent);
  const onListening = useLatest(props.onListening);
  const [controller, setController] = useState<SketchController | null>(null);
  const placement = useMemo(() => {
    const projection = createProjection(projectCrs);
    return projection.ok && !projection.value.geographic ? new SketchPlacement(projection.value, ground) : null;
  }, [projectCrs, ground]);
  const scene = useMemo(
    () => ({ sketch, level, theme, snapIndexes, onEvent: (event: SketchEvent) => onEvent.current(event) }),
    [sketch, level, theme, snapIndexes, onEvent],
  );
  const latestScene = useLatest(scene);
  useLayoutEffect(() => {
    const resume = picks.pause();
    return () => void setTimeout(resume, LAST_CLICK_MS);
  }, [picks]);
  useLayoutEffect(() => {
    if (!placement || !canvas.current || !label.current) return;
    const stage = { viewer, zoneSurface, placement, canvas: canvas.current, label: label.current };
    const created = new SketchController(stage, latestScene.current);
    setController(created);
    const stop = onListening.current((event, current) => created.replay(event, current));
    return () => {
      stop();
      created.dispose();
      setController(null);
    };
  }, [viewer, zoneSurface, placement, latestScene, onListening]);
  useLayoutEffect(() => controller?.show(scene), [controller, scene]);
  return (
    <div className="sketch-overlay" data-tool={sketch.tool}>
      <canvas ref={canvas} aria-hidden />
      <div ref={label} className="sketch-label">
        {sketch.snap ? <span className="sketch-snap">{snapNames[sketch.snap.kind]}</span> : null}
        {measures.map((line) => (
          <span key={line}>{line}</span>
        ))}
        {awaited.map((line) => (
          <span key={line} className="sketch-awaited">
            {line}
          </span>
        ))}
      </div>
    </div>
  );
}
