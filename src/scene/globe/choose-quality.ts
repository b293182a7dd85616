import type { QualityLevel } from '../../core/style/quality.ts';

/** Frames in a row from which a level is judged: half a second of a fluent picture. */
export const JUDGED_FRAMES = 30;

/** Milliseconds a frame: below, there is room for more; above, a movement is no longer fluent. */
const ROOMY_MS = 20;
const LABOURED_MS = { low: Number.POSITIVE_INFINITY, medium: 55, high: 40 } as const;
const LESS = { low: 'low', medium: 'low', high: 'medium' } as const;
const MORE = { low: 'medium', medium: 'high', high: 'high' } as const;

/**
 * Level for the frames to come.
 * @param frameMs Time from frame to frame while the camera moves.
 * @param tooMuch Levels that this machine was too slow for: they are not tried again.
 */
export function chooseQuality(
  level: QualityLevel,
  frameMs: readonly number[],
  tooMuch: ReadonlySet<QualityLevel>,
): QualityLevel {
  if (frameMs.length < JUDGED_FRAMES) return level;
  const median = [...frameMs].sort((a, b) => a - b)[frameMs.length >> 1] ?? 0;
  if (median > LABOURED_MS[level]) return LESS[level];
  return median < ROOMY_MS && !tooMuch.has(MORE[level]) ? MORE[level] : level;
}
