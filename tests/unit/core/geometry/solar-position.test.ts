import { describe, expect, it } from 'vitest';
import { solarPosition } from '../../../../src/core/geometry/solar-position.ts';

describe('solarPosition', () => {
  // NREL SPA, the worked example of its report (NREL/TP-560-34302, table A5): zenith 50.11162°, azimuth 194.34024°.
  it('is that of the worked example of NREL', () => {
    const { elevationDegrees, azimuthDegrees } = solarPosition('2003-10-17T12:30:30-07:00', -105.1786, 39.742476);
    expect(Math.abs(elevationDegrees - (90 - 50.11162))).toBeLessThan(0.05);
    expect(Math.abs(azimuthDegrees - 194.34024)).toBeLessThan(0.05);
  });

  it('stands overhead at the tropic at noon of the solstice, and on the other side of the earth below', () => {
    const noon = '2026-06-21T12:01:50+00:00';
    expect(solarPosition(noon, 0, 23.436).elevationDegrees).toBeGreaterThan(89.8);
    expect(solarPosition(noon, 180, -23.436).elevationDegrees).toBeLessThan(-89.8);
  });

  it('rises in the east and sets in the west', () => {
    const at = (time: string) => solarPosition(`2026-03-20T${time}:00+08:00`, 120, 31);
    expect(at('07:00').azimuthDegrees).toBeGreaterThan(85);
    expect(at('07:00').azimuthDegrees).toBeLessThan(105);
    expect(at('17:00').azimuthDegrees).toBeGreaterThan(255);
    expect(at('21:00').elevationDegrees).toBeLessThan(-20);
  });

  it('refuses what is no instant', () => {
    expect(() => solarPosition('noon', 0, 0)).toThrow(RangeError);
  });
});
