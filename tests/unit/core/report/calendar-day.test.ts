import { afterEach, describe, expect, it, vi } from 'vitest';
import { calendarDay } from '../../../../src/core/report/calendar-day.ts';

/** Eight in the evening in UTC: the next day in China, the same in New York. */
const EVENING = '2026-12-31T20:00:00Z';

describe('calendarDay', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    ['Asia/Shanghai', '2027-01-01'],
    ['UTC', '2026-12-31'],
    ['America/New_York', '2026-12-31'],
  ])('is the day on the machine in %s', (zone, day) => {
    vi.stubEnv('TZ', zone);
    expect(calendarDay(new Date(EVENING))).toBe(day);
  });
});
