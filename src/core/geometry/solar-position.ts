/** Where the sun stands, seen from a place. */
export interface SolarPosition {
  /** Above the horizon, degrees, without refraction; negative below it. */
  elevationDegrees: number;
  /** From north clockwise, degrees, 0 … 360. */
  azimuthDegrees: number;
}

const RADIANS = Math.PI / 180;
const J2000_MILLISECONDS = Date.UTC(2000, 0, 1, 12);
const DAY_MILLISECONDS = 86_400_000;

const turn = (degrees: number): number => ((degrees % 360) + 360) % 360;

/**
 * Where the sun stands at an instant over a place.
 * @param instant ISO 8601 with offset.
 * @param lon Degrees, east positive.
 * @param lat Degrees, north positive.
 * Good to 0.05° from 1950 to 2050. Throws a RangeError at what is no instant.
 * Source: Astronomical Almanac, section C, low-precision formulas for the sun.
 */
export function solarPosition(instant: string, lon: number, lat: number): SolarPosition {
  const days = (Date.parse(instant) - J2000_MILLISECONDS) / DAY_MILLISECONDS;
  if (Number.isNaN(days)) throw new RangeError(`not an instant: ${instant}`);
  const meanLongitude = 280.46 + 0.9856474 * days;
  const anomaly = (357.528 + 0.9856003 * days) * RADIANS;
  const longitude = (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RADIANS;
  const obliquity = (23.439 - 0.0000004 * days) * RADIANS;
  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
  const siderealDegrees = 280.46062 + 360.985647366 * days + lon;
  const hourAngle = turn(siderealDegrees) * RADIANS - rightAscension;
  const [sinLat, cosLat] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
  const sinElevation = sinLat * Math.sin(declination) + cosLat * Math.cos(declination) * Math.cos(hourAngle);
  const east = -Math.cos(declination) * Math.sin(hourAngle);
  const north = cosLat * Math.sin(declination) - sinLat * Math.cos(declination) * Math.cos(hourAngle);
  return {
    elevationDegrees: Math.asin(Math.min(1, Math.max(-1, sinElevation))) / RADIANS,
    azimuthDegrees: turn(Math.atan2(east, north) / RADIANS),
  };
}
