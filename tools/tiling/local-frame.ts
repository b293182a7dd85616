import { geodeticToEcef } from '../../src/core/crs/ecef.ts';

/** East, north, up in metres from the origin of a local frame. */
export type LocalPoint = [east: number, north: number, up: number];

/** Tangential frame at a point of the ellipsoid: x east, y north, z up. */
export interface LocalFrame {
  /** Longitude and latitude in degrees, height above the ellipsoid in metres, to frame metres. */
  toLocal(lon: number, lat: number, heightMeters: number): LocalPoint;
  /** Column-major 4×4: glTF coordinates (y up: east, up, −north) to glTF coordinates of earth-centred metres (y up). */
  gltfMatrix: number[];
}

const RADIANS = Math.PI / 180;

/** Creates the east-north-up frame at a position (degrees, metres above the WGS 84 ellipsoid). */
export function createLocalFrame(lon: number, lat: number, heightMeters: number): LocalFrame {
  const [ox, oy, oz] = geodeticToEcef(lon, lat, heightMeters);
  const [sinLon, cosLon] = [Math.sin(lon * RADIANS), Math.cos(lon * RADIANS)];
  const [sinLat, cosLat] = [Math.sin(lat * RADIANS), Math.cos(lat * RADIANS)];
  const east = [-sinLon, cosLon, 0] as const;
  const north = [-sinLat * cosLon, -sinLat * sinLon, cosLat] as const;
  const up = [cosLat * cosLon, cosLat * sinLon, sinLat] as const;
  // A viewer turns glTF (x, y, z) into (x, −z, y); an earth-centred (x, y, z) is therefore written (x, z, −y).
  const yUp = (v: readonly [number, number, number]) => [v[0], v[2], -v[1]];
  return {
    toLocal(pointLon, pointLat, pointHeight) {
      const [x, y, z] = geodeticToEcef(pointLon, pointLat, pointHeight);
      const [dx, dy, dz] = [x - ox, y - oy, z - oz];
      return [
        dx * east[0] + dy * east[1],
        dx * north[0] + dy * north[1] + dz * north[2],
        dx * up[0] + dy * up[1] + dz * up[2],
      ];
    },
    gltfMatrix: [...yUp(east), 0, ...yUp(up), 0, ...yUp([-north[0], -north[1], -north[2]]), 0, ...yUp([ox, oy, oz]), 1],
  };
}
