import { type ReactNode, useLayoutEffect, useState } from 'react';
import { RISK_LEVELS, type RiskLevel } from '../../core/city/hazard.ts';
import type { Zone } from '../../core/zones/zone.ts';
import { useGlobe } from './globe-context.ts';
import type { LocalFrame } from './local-frame.ts';
import { ZoneLabels } from './zone-labels.ts';
import { ZonePainter } from './zone-painter.ts';

export interface ZoneLayerProps {
  zones: Zone[];
  visible: boolean;
  /** 0 transparent … 1 opaque. */
  opacity: number;
  selectedId: string | null;
  theme: 'light' | 'dark';
  /** Draw labels of level and name. */
  labels: boolean;
  /** Names of the levels in the reader's language. */
  levelNames: Record<RiskLevel, string>;
}

/** The frame that the surface paints in; it changes with the city's ground. */
function useFrame(): LocalFrame | null {
  const { zoneSurface } = useGlobe();
  const [frame, setFrame] = useState<LocalFrame | null>(zoneSurface.frame);
  useLayoutEffect(() => zoneSurface.subscribe(() => setFrame(zoneSurface.frame)), [zoneSurface]);
  return frame;
}

/** Id of the zone whose outline is in the making. */
function useSketchedZone(): string | null {
  const { zoneSurface } = useGlobe();
  const [id, setId] = useState<string | null>(null);
  useLayoutEffect(() => zoneSurface.subscribeSketch(() => setId(zoneSurface.sketch?.zoneId ?? null)), [zoneSurface]);
  return id;
}

/** Risk zones on the ground and on buildings: fill, hatch and outline by level, with labels that do not overlap. */
export function ZoneLayer(props: ZoneLayerProps): ReactNode {
  const { zones, visible, opacity, selectedId, theme, labels, levelNames } = props;
  const { viewer, zoneSurface, ground, lowPower } = useGlobe();
  const frame = useFrame();
  const shown = visible && opacity > 0 && zones.length > 0;
  const [painter, setPainter] = useState<ZonePainter | null>(null);
  useLayoutEffect(() => {
    if (!frame) return;
    const created = new ZonePainter(viewer, zoneSurface, frame, ground, lowPower);
    setPainter(created);
    return () => {
      created.dispose();
      setPainter(null);
    };
  }, [frame, viewer, zoneSurface, ground, lowPower]);
  useLayoutEffect(() => {
    painter?.show({ zones, selectedId, theme, opacity: shown ? opacity : 0 });
  }, [painter, zones, selectedId, theme, shown, opacity]);
  const [labeller, setLabeller] = useState<ZoneLabels | null>(null);
  const withLabels = shown && labels;
  useLayoutEffect(() => {
    if (!withLabels) return;
    const created = new ZoneLabels(viewer, ground);
    setLabeller(created);
    return () => {
      created.dispose();
      setLabeller(null);
    };
  }, [withLabels, viewer, ground]);
  const hiddenId = useSketchedZone();
  const names = RISK_LEVELS.map((level) => levelNames[level]).join('\n');
  useLayoutEffect(() => {
    const [red = '', orange = '', yellow = '', blue = '', unrated = ''] = names.split('\n');
    labeller?.show({ zones, theme, selectedId, hiddenId, levelNames: { red, orange, yellow, blue, unrated } });
  }, [labeller, zones, theme, selectedId, hiddenId, names]);
  return null;
}
