import { BoundingSphere, Cartesian3, Math as CesiumMath, HeadingPitchRange, Rectangle, type Viewer } from 'cesium';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import { groundHeightAt } from '../../core/city/ground-height.ts';
import type { CameraView } from '../../core/geometry/camera-view.ts';

/** Where to fly: a saved pose, or an extent (west, south, east, north in degrees) seen obliquely from the south. */
export type FlightTarget = CameraView | { extent: readonly [number, number, number, number] };

const OBLIQUE = { headingDegrees: 18, pitchDegrees: -38 };
const FLIGHT_SECONDS = 1.6;

/** Pose of the camera now. */
export function readCameraView(viewer: Viewer): CameraView {
  const { positionCartographic, heading, pitch } = viewer.camera;
  return {
    position: {
      lon: CesiumMath.toDegrees(positionCartographic.longitude),
      lat: CesiumMath.toDegrees(positionCartographic.latitude),
      ellipsoidalHeightMeters: positionCartographic.height,
    },
    headingDegrees: CesiumMath.toDegrees(CesiumMath.zeroToTwoPi(heading)),
    pitchDegrees: CesiumMath.toDegrees(pitch),
  };
}

function flyToExtent(
  viewer: Viewer,
  extent: readonly [number, number, number, number],
  ground: GroundSurface | null,
  duration: number,
): void {
  const rectangle = Rectangle.fromDegrees(...extent);
  const center = Rectangle.center(rectangle);
  const height = ground
    ? groundHeightAt(ground, CesiumMath.toDegrees(center.longitude), CesiumMath.toDegrees(center.latitude))
    : 0;
  const sphere = BoundingSphere.fromRectangle3D(rectangle, viewer.scene.ellipsoid, height);
  const offset = new HeadingPitchRange(
    CesiumMath.toRadians(OBLIQUE.headingDegrees),
    CesiumMath.toRadians(OBLIQUE.pitchDegrees),
    Math.max(sphere.radius * 1.7, 120),
  );
  viewer.camera.flyToBoundingSphere(sphere, { offset, duration });
}

/** Flies to a target; without `animated`, and for people who asked for less motion, it is there at once. */
export function flyTo(viewer: Viewer, target: FlightTarget, ground: GroundSurface | null, animated: boolean): void {
  const calm = !animated || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const duration = calm ? 0 : FLIGHT_SECONDS;
  if ('extent' in target) {
    flyToExtent(viewer, target.extent, ground, duration);
  } else {
    const { lon, lat, ellipsoidalHeightMeters } = target.position;
    viewer.camera.flyTo({
      destination: Cartesian3.fromDegrees(lon, lat, ellipsoidalHeightMeters),
      orientation: {
        heading: CesiumMath.toRadians(target.headingDegrees),
        pitch: CesiumMath.toRadians(target.pitchDegrees),
        roll: 0,
      },
      duration,
    });
  }
  viewer.scene.requestRender();
}
