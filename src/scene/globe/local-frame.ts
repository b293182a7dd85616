import { Cartesian3, Matrix4, Transforms } from 'cesium';

/** East-north-up metres around an anchor on the ground: the flat frame in which zones are painted and sampled. */
export interface LocalFrame {
  anchor: { lon: number; lat: number };
  /** Earth-centred metres → east, north, up. */
  fromEcef: Matrix4;
  /** Longitude, latitude in degrees → east, north in metres. */
  project(lon: number, lat: number): [east: number, north: number];
}

/** Builds the frame at a place; heights differing by 100 m shift a point 10 km away by less than 0.2 m. */
export function buildLocalFrame(lon: number, lat: number, ellipsoidalHeightMeters: number): LocalFrame {
  const origin = Cartesian3.fromDegrees(lon, lat, ellipsoidalHeightMeters);
  const fromEcef = Matrix4.inverseTransformation(Transforms.eastNorthUpToFixedFrame(origin), new Matrix4());
  const scratch = new Cartesian3();
  return {
    anchor: { lon, lat },
    fromEcef,
    project: (pointLon, pointLat) => {
      Cartesian3.fromDegrees(pointLon, pointLat, ellipsoidalHeightMeters, undefined, scratch);
      Matrix4.multiplyByPoint(fromEcef, scratch, scratch);
      return [scratch.x, scratch.y];
    },
  };
}
