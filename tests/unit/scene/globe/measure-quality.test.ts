import type { Viewer } from 'cesium';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { QualityLevel } from '../../../../src/core/style/quality.ts';
import { JUDGED_FRAMES } from '../../../../src/scene/globe/choose-quality.ts';
import { measureQuality } from '../../../../src/scene/globe/measure-quality.ts';

class Happening {
  readonly listeners = new Set<() => void>();
  addEventListener(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
  raise(): void {
    for (const listener of this.listeners) listener();
  }
}

function openScene() {
  const scene = { postRender: new Happening() };
  const camera = { moveStart: new Happening(), moveEnd: new Happening() };
  let now = 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const draw = (frames: number, milliseconds: number): void => {
    for (let frame = 0; frame < frames; frame += 1) {
      now += milliseconds;
      scene.postRender.raise();
    }
  };
  /** The first frame of a movement has none before it that it could be timed by. */
  const move = (milliseconds: number): void => {
    camera.moveStart.raise();
    draw(JUDGED_FRAMES + 1, milliseconds);
    camera.moveEnd.raise();
  };
  return { viewer: { scene, camera } as unknown as Viewer, scene, camera, draw, move };
}

afterEach(() => vi.restoreAllMocks());

describe('measureQuality', () => {
  it('goes up with quick frames, down with slow ones, and does not try again what was too much', () => {
    const { viewer, move } = openScene();
    const told: QualityLevel[] = [];
    measureQuality(viewer, 'medium', (level) => told.push(level));
    move(16);
    move(70);
    move(16);
    move(16);
    expect(told).toEqual(['high', 'medium']);
    move(90);
    expect(told).toEqual(['high', 'medium', 'low']);
    move(16);
    expect(told).toHaveLength(3);
  });

  it('judges no frame of a scene that rests, and no pause between two movements', () => {
    const { viewer, camera, draw } = openScene();
    const told: QualityLevel[] = [];
    measureQuality(viewer, 'medium', (level) => told.push(level));
    draw(3 * JUDGED_FRAMES, 90);
    for (let turn = 0; turn < 3 * JUDGED_FRAMES; turn += 1) {
      camera.moveStart.raise();
      draw(1, 400);
      camera.moveEnd.raise();
      draw(1, 5000);
    }
    camera.moveStart.raise();
    draw(3 * JUDGED_FRAMES, 1200);
    expect(told).toEqual([]);
  });

  it('leaves no listener behind', () => {
    const { viewer, scene, camera } = openScene();
    const stop = measureQuality(viewer, 'medium', () => undefined);
    expect(scene.postRender.listeners.size).toBe(1);
    stop();
    const left = [scene.postRender, camera.moveStart, camera.moveEnd].map(({ listeners }) => listeners.size);
    expect(left).toEqual([0, 0, 0]);
  });
});
