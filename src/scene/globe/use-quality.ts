import type { Viewer } from 'cesium';
import { useLayoutEffect, useState } from 'react';
import type { QualityChoice, QualityLevel } from '../../core/style/quality.ts';
import { attachLater } from './attach-later.ts';
import { applyQuality } from './scene-look.ts';
import { attachSmoothingAtRest } from './smooth-at-rest.ts';
import { useLatest } from './use-latest.ts';

/** Judges the frames while `measures`; what does so travels after the first view. */
function useMeasuredLevel(viewer: Viewer, measures: boolean): QualityLevel {
  const [level, setLevel] = useState<QualityLevel>('medium');
  const latest = useLatest(level);
  useLayoutEffect(() => {
    if (!measures) return;
    return attachLater(async () => {
      const { measureQuality } = await import('./measure-quality.ts');
      return () => measureQuality(viewer, latest.current, setLevel);
    });
  }, [viewer, measures, latest]);
  return level;
}

/**
 * The level that the scene is drawn at: the one asked for, or, with `auto`, low where the processor draws and what the
 * frames allow elsewhere. `isBare` (tests) draws low without smoothing at rest.
 */
export function useQuality(
  viewer: Viewer,
  choice: QualityChoice,
  { isSoftware, isBare }: { isSoftware: boolean; isBare: boolean },
  onQuality: ((level: QualityLevel) => void) | undefined,
): QualityLevel {
  const isAuto = choice === 'auto' && !isBare;
  const measured = useMeasuredLevel(viewer, isAuto && !isSoftware);
  const asked = choice === 'auto' ? (isSoftware ? 'low' : measured) : choice;
  const level = isBare ? 'low' : asked;
  const latest = useLatest(onQuality);
  useLayoutEffect(() => {
    applyQuality(viewer, level);
    latest.current?.(level);
  }, [viewer, level, latest]);
  useLayoutEffect(
    () => (level === 'low' && !isBare ? attachSmoothingAtRest(viewer) : undefined),
    [viewer, level, isBare],
  );
  useLayoutEffect(() => {
    if (level !== 'high') return;
    return attachLater(async () => {
      const { attachAmbientOcclusion } = await import('./ambient-occlusion.ts');
      return () => attachAmbientOcclusion(viewer);
    });
  }, [viewer, level]);
  return level;
}
