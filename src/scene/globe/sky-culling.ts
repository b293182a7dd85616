import { type Camera, Cartesian2, Ellipsoid, IntersectionTests, type Viewer } from 'cesium';

/** Ground may lie this far below the ellipsoid (the shore of the Dead Sea does): the horizon is then lower as well. */
const LOWEST_GROUND_METERS = -450;
const { x, y, z } = Ellipsoid.WGS84.radii;
const LOWEST_GROUND = new Ellipsoid(x + LOWEST_GROUND_METERS, y + LOWEST_GROUND_METERS, z + LOWEST_GROUND_METERS);

/** Whether any sky is in view: seen from outside, the earth is convex, so it fills the view when it fills the corners. */
function isSkyInView(camera: Camera, { clientWidth, clientHeight }: HTMLCanvasElement): boolean {
  for (const across of [0, clientWidth]) {
    for (const down of [0, clientHeight]) {
      const ray = camera.getPickRay(new Cartesian2(across, down));
      const hit = ray ? IntersectionTests.rayEllipsoid(ray, LOWEST_GROUND) : undefined;
      if (!hit || hit.start <= 0) return true;
    }
  }
  return false;
}

/** The sky costs half of a frame where the processor draws: it is left out while the ground hides it; returns the remover. */
export function attachSkyCulling({ scene }: Viewer): () => void {
  return scene.preRender.addEventListener(() => {
    if (scene.skyAtmosphere) scene.skyAtmosphere.show = isSkyInView(scene.camera, scene.canvas);
  });
}
