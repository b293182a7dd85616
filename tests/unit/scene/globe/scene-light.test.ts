import { describe, expect, it } from 'vitest';
import { type SceneLight, sceneLightAt } from '../../../../src/scene/globe/scene-light.ts';

const at = (elevationDegrees: number): SceneLight => sceneLightAt({ elevationDegrees, azimuthDegrees: 270 });
const sum = (color: readonly number[]): number => color.reduce((all, each) => all + each, 0);

describe('sceneLightAt', () => {
  it('has no jump from night to noon but where the sun gives way to the light of the night', () => {
    for (let elevation = -40; elevation < 90; elevation += 0.5) {
      const [here, next] = [at(elevation), at(elevation + 0.5)];
      for (const part of ['sun', 'sky'] as const) {
        for (const [index, value] of here[part].entries())
          expect(Math.abs(value - next[part][index]!)).toBeLessThan(0.06);
      }
      expect(Math.abs(here.veil.strength - next.veil.strength)).toBeLessThan(0.05);
      expect(Math.abs(here.windows - next.windows)).toBeLessThan(0.06);
    }
  });

  it('is warm and low at dusk, blue at night, white and without a veil at noon', () => {
    const [night, dusk, noon] = [at(-20), at(4), at(60)];
    expect(dusk.sun[0]).toBeGreaterThan(2 * dusk.sun[2]);
    expect(dusk.direction[0]).toBeLessThan(-0.9);
    expect(night.sky[2]).toBeGreaterThan(1.3 * night.sky[0]);
    expect(Math.max(...noon.sky) - Math.min(...noon.sky)).toBeLessThan(0.03);
    expect(noon.veil.strength).toBe(0);
    expect([noon.windows, night.windows]).toEqual([0, 1]);
    expect(sum(night.sky) + sum(night.sun)).toBeLessThan(0.7 * (sum(noon.sky) + sum(noon.sun)));
  });

  it('always comes from above', () => {
    for (const elevation of [-30, -5, -1, 0, 10, 89]) expect(at(elevation).direction[2]).toBeGreaterThan(0);
  });
});
