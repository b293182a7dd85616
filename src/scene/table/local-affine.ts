import { Matrix4, Vector3 } from 'three';
import { ecefToGeodetic, geodeticToEcef } from '../../core/crs/ecef.ts';
import type { Projection } from '../../core/crs/projection.ts';

/** Step of the numeric derivative: large against rounding, small against the curvature of any city projection. */
const STEP_METERS = 50;

/** Unit vectors east, north and up at a place, in earth-centred axes. */
export function localAxes(lon: number, lat: number): [east: Vector3, north: Vector3, up: Vector3] {
  const [lambda, phi] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  return [
    new Vector3(-Math.sin(lambda), Math.cos(lambda), 0),
    new Vector3(-Math.sin(phi) * Math.cos(lambda), -Math.sin(phi) * Math.sin(lambda), Math.cos(phi)),
    new Vector3(Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)),
  ];
}

/**
 * The affine map from earth-centred metres to the project CRS (x east, y north, z ellipsoidal height) that is exact
 * at a place and right to millimetres within a tile around it; grid convergence and scale included.
 * @param origin subtracted from x and y so that single precision suffices on the graphics card.
 */
export function localAffine(ecef: Vector3, projection: Projection, origin: readonly [number, number]): Matrix4 {
  const { lon, lat, ellipsoidalHeightMeters } = ecefToGeodetic(ecef.x, ecef.y, ecef.z);
  const [east, north, up] = localAxes(lon, lat);
  const planar = (direction: Vector3) => {
    const moved = ecef.clone().addScaledVector(direction, STEP_METERS);
    const back = ecef.clone().addScaledVector(direction, -STEP_METERS);
    const [forward, backward] = [moved, back].map((point) => {
      const place = ecefToGeodetic(point.x, point.y, point.z);
      return projection.fromLonLat(place.lon, place.lat);
    });
    return [
      ((forward?.[0] ?? 0) - (backward?.[0] ?? 0)) / (2 * STEP_METERS),
      ((forward?.[1] ?? 0) - (backward?.[1] ?? 0)) / (2 * STEP_METERS),
    ] as const;
  };
  const [eastX, eastY] = planar(east);
  const [northX, northY] = planar(north);
  const rowX = east.clone().multiplyScalar(eastX).addScaledVector(north, northX);
  const rowY = east.clone().multiplyScalar(eastY).addScaledVector(north, northY);
  const [x, y] = projection.fromLonLat(lon, lat);
  const offset = (row: Vector3, value: number) => value - row.dot(ecef);
  return new Matrix4().set(
    ...row(rowX, offset(rowX, x - origin[0])),
    ...row(rowY, offset(rowY, y - origin[1])),
    ...row(up, offset(up, ellipsoidalHeightMeters)),
    ...([0, 0, 0, 1] as const),
  );
}

function row(axis: Vector3, constant: number): [number, number, number, number] {
  return [axis.x, axis.y, axis.z, constant];
}

/** A geodetic place as a vector of earth-centred metres. */
export function ecefVector(lon: number, lat: number, ellipsoidalHeightMeters: number): Vector3 {
  const [x, y, z] = geodeticToEcef(lon, lat, ellipsoidalHeightMeters);
  return new Vector3(x, y, z);
}
