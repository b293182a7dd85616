import type { Ecef, GeodeticPosition } from '../geometry/coordinates.ts';

/** WGS 84 ellipsoid (NIMA TR8350.2): semi-major axis in metres and first eccentricity squared. */
const SEMI_MAJOR_METERS = 6378137;
const ECCENTRICITY_SQUARED = 0.0066943799901413165;

const RADIANS = Math.PI / 180;

/** Converts longitude, latitude (degrees) and ellipsoidal height (metres) to earth-centred metres. */
export function geodeticToEcef(lon: number, lat: number, ellipsoidalHeightMeters: number): Ecef {
  const sinLat = Math.sin(lat * RADIANS);
  const cosLat = Math.cos(lat * RADIANS);
  const normal = SEMI_MAJOR_METERS / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLat * sinLat);
  const radius = (normal + ellipsoidalHeightMeters) * cosLat;
  return [
    radius * Math.cos(lon * RADIANS),
    radius * Math.sin(lon * RADIANS),
    (normal * (1 - ECCENTRICITY_SQUARED) + ellipsoidalHeightMeters) * sinLat,
  ];
}

/** Converts earth-centred metres to longitude, latitude (degrees) and ellipsoidal height; accurate to 0.1 mm near the surface (Bowring 1976, iterated). */
export function ecefToGeodetic(x: number, y: number, z: number): GeodeticPosition {
  const radius = Math.hypot(x, y);
  let lat = Math.atan2(z, radius * (1 - ECCENTRICITY_SQUARED));
  let normal = SEMI_MAJOR_METERS;
  for (let step = 0; step < 6; step += 1) {
    const sinLat = Math.sin(lat);
    normal = SEMI_MAJOR_METERS / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLat * sinLat);
    lat = Math.atan2(z + ECCENTRICITY_SQUARED * normal * sinLat, radius);
  }
  const sinLat = Math.sin(lat);
  const height =
    radius * Math.cos(lat) + z * sinLat - SEMI_MAJOR_METERS * Math.sqrt(1 - ECCENTRICITY_SQUARED * sinLat * sinLat);
  return { lon: Math.atan2(y, x) / RADIANS, lat: lat / RADIANS, ellipsoidalHeightMeters: height };
}
