import type { Viewer } from 'cesium';
import type { QualityLevel } from '../../core/style/quality.ts';
import { chooseQuality, JUDGED_FRAMES } from './choose-quality.ts';

/** A longer pause is no frame: nothing had to be drawn. */
const LONGEST_FRAME_MS = 1000;

/** Judges the frames in which the camera moves and tells a better level; returns the remover. */
export function measureQuality(
  { scene, camera }: Viewer,
  start: QualityLevel,
  onLevel: (level: QualityLevel) => void,
): () => void {
  const tooMuch = new Set<QualityLevel>();
  let [level, last, isMoving] = [start, Number.NaN, false];
  let frames: number[] = [];
  const restart = (moves: boolean) => () => {
    isMoving = moves;
    last = Number.NaN;
  };
  const judge = (): void => {
    const now = performance.now();
    const taken = now - last;
    last = now;
    if (!isMoving || !(taken < LONGEST_FRAME_MS)) return;
    frames.push(taken);
    if (frames.length < JUDGED_FRAMES) return;
    const next = chooseQuality(level, frames, tooMuch);
    frames = [];
    if (next === level) return;
    if (next === 'low' || level === 'high') tooMuch.add(level);
    level = next;
    onLevel(level);
  };
  const removers = [
    camera.moveStart.addEventListener(restart(true)),
    camera.moveEnd.addEventListener(restart(false)),
    scene.postRender.addEventListener(judge),
  ];
  return () => {
    for (const remove of removers) remove();
  };
}
