import { expect, it } from 'vitest';
import { joinInstant, splitInstant } from '../../../src/features/sun/sun-instant.ts';

it('keeps local time and offset apart from the clock of the machine', () => {
  const parts = splitInstant('2026-06-21T09:50:00-05:00');
  expect(parts).toEqual({ date: '2026-06-21', time: '09:50', minuteOfDay: 590, offset: '-05:00' });
  expect(joinInstant({ ...parts, minuteOfDay: 1439 })).toBe('2026-06-21T23:59:00-05:00');
});

it('refuses an instant without offset', () => {
  expect(() => splitInstant('2026-06-21T09:50:00Z')).toThrow(RangeError);
});
