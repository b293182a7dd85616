import { Cartesian2, Cartesian3, PerspectiveFrustum, type Viewer } from 'cesium';

/** Ground metres under one CSS pixel in the middle of the view, across the line of sight; `null` when it is off the globe. */
export function readGroundResolution(viewer: Viewer): number | null {
  const { camera, scene, canvas } = viewer;
  const { frustum } = camera;
  const middle = new Cartesian2(canvas.clientWidth / 2, canvas.clientHeight / 2);
  const ray = camera.getPickRay(middle);
  const place = ray ? scene.globe.pick(ray, scene) : undefined;
  if (!place || !(frustum instanceof PerspectiveFrustum) || frustum.fovy === undefined) return null;
  const distance = Cartesian3.distance(camera.positionWC, place);
  return (2 * distance * Math.tan(frustum.fovy / 2)) / canvas.clientHeight;
}
