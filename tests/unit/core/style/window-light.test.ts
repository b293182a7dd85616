import { describe, expect, it } from 'vitest';
import { USE_CLASS_COUNT, useClassOf } from '../../../../src/core/style/use-class.ts';
import { litWindowShares } from '../../../../src/core/style/window-light.ts';

const shareAt = (hour: number, use: string): number => litWindowShares(hour)[useClassOf(use)]!;

describe('litWindowShares', () => {
  it('has a share for every class at every minute', () => {
    for (let minute = 0; minute <= 1440; minute += 1) {
      const shares = litWindowShares(minute / 60);
      expect(shares).toHaveLength(USE_CLASS_COUNT);
      for (const share of shares) expect(share >= 0 && share <= 1).toBe(true);
    }
  });

  it('homes glow in the evening, offices by day, and midnight joins up', () => {
    expect(shareAt(21, 'residential')).toBeGreaterThan(2 * shareAt(9, 'residential'));
    expect(shareAt(15, 'office')).toBeGreaterThan(2 * shareAt(22, 'office'));
    expect(shareAt(20, 'residential')).toBeCloseTo(0.59, 6);
    expect(litWindowShares(0)).toEqual(litWindowShares(24));
  });
});

describe('useClassOf', () => {
  it('tells the normalised uses apart and nothing else', () => {
    expect(
      ['residential', 'office', 'commercial', 'industrial', 'education', 'health', 'public'].map(useClassOf),
    ).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect([
      useClassOf('transport'),
      useClassOf('other'),
      useClassOf('仓库'),
      useClassOf(''),
      useClassOf(null),
    ]).toEqual([7, 0, 0, 0, 0]);
  });
});
