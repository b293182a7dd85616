import { describe, expect, it } from 'vitest';
import { formatDegrees } from '../../../../src/core/units/format-degrees.ts';

describe('formatDegrees', () => {
  it.each([
    [113.252, 'longitude', '113°15′07.20″E'],
    [-73.9857, 'longitude', '73°59′08.52″W'],
    [-0.5, 'latitude', '0°30′00.00″S'],
    [22.999999999, 'latitude', '23°00′00.00″N'],
    [0, 'latitude', '0°00′00.00″N'],
  ] as const)('%d %s: %s', (degrees, axis, text) => expect(formatDegrees(degrees, axis)).toBe(text));
});
