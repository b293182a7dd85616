import { describe, expect, it } from 'vitest';
import type { QualityLevel } from '../../../../src/core/style/quality.ts';
import { chooseQuality, JUDGED_FRAMES } from '../../../../src/scene/globe/choose-quality.ts';

const frames = (milliseconds: number): number[] => Array.from({ length: JUDGED_FRAMES }, () => milliseconds);
const levelAfter = (level: QualityLevel, milliseconds: number, tooMuch: QualityLevel[] = []): QualityLevel =>
  chooseQuality(level, frames(milliseconds), new Set(tooMuch));

describe('chooseQuality', () => {
  it('goes one level up where there is room and one down where a movement is laboured', () => {
    expect([levelAfter('low', 16), levelAfter('medium', 16), levelAfter('high', 16)]).toEqual([
      'medium',
      'high',
      'high',
    ]);
    expect([levelAfter('low', 300), levelAfter('medium', 60), levelAfter('high', 45)]).toEqual([
      'low',
      'low',
      'medium',
    ]);
    expect([levelAfter('medium', 33), levelAfter('high', 33)]).toEqual(['medium', 'high']);
  });

  it('does not try again what was too much, and judges no level by a few frames or a single slow one', () => {
    expect(levelAfter('medium', 16, ['high'])).toBe('medium');
    expect(chooseQuality('high', frames(90).slice(1), new Set())).toBe('high');
    expect(chooseQuality('high', [...frames(16).slice(1), 400], new Set())).toBe('high');
  });
});
