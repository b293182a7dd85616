import { Cartesian2, Cartesian3, Ellipsoid, IntersectionTests, Matrix4, Ray, type Viewer } from 'cesium';
import type { LocalFrame } from './local-frame.ts';
import { boxOf, type SheetBounds } from './sheet-bounds.ts';

/** Ground farther off than this many times the camera's height above it is left to coarser means. */
const FAR_PER_HEIGHT = 5;
const NEAREST_FAR_METERS = 400;
const ACROSS = [0, 0.5, 1] as const;
const DOWN = [0, 0.25, 0.5, 0.75, 1] as const;

/** East and north of the eye, metres, and of where a ray goes, no farther off than `far`. */
function reach(ray: Ray, surface: Ellipsoid, frame: LocalFrame, far: number): { at: [number, number]; isHit: boolean } {
  const hit = IntersectionTests.rayEllipsoid(ray, surface);
  const isHit = hit !== undefined && hit.start > 0;
  const eye = Matrix4.multiplyByPoint(frame.fromEcef, ray.origin, new Cartesian3());
  const end = Ray.getPoint(ray, isHit ? hit.start : 1);
  const aim = Matrix4.multiplyByPoint(frame.fromEcef, end, new Cartesian3());
  const [east, north] = [aim.x - eye.x, aim.y - eye.y];
  const length = Math.max(Math.hypot(east, north), 1e-9);
  const part = isHit ? Math.min(far / length, 1) : far / length;
  return { at: [eye.x + east * part, eye.y + north * part], isHit };
}

/**
 * Box around the ground in view, metres in the local frame, without its far part; `null` when the camera sees none.
 * Reckoned from the camera alone, so that it is right before any ground is loaded.
 */
export function findVisibleGround(viewer: Viewer, frame: LocalFrame, groundHeightMeters: number): SheetBounds | null {
  const { camera, canvas } = viewer.scene;
  const { clientWidth, clientHeight } = canvas;
  if (clientWidth === 0 || clientHeight === 0) return null;
  const { height } = camera.positionCartographic;
  const level = Math.min(groundHeightMeters, height - 2);
  const { x, y, z } = Ellipsoid.WGS84.radii;
  const surface = new Ellipsoid(x + level, y + level, z + level);
  const far = Math.max((height - level) * FAR_PER_HEIGHT, NEAREST_FAR_METERS);
  const rays = ACROSS.flatMap((across) =>
    DOWN.flatMap((down) => camera.getPickRay(new Cartesian2(clientWidth * across, clientHeight * down)) ?? []),
  );
  const reached = rays.map((ray) => reach(ray, surface, frame, far));
  return reached.some(({ isHit }) => isHit) ? boxOf(reached.flatMap(({ at }) => at)) : null;
}
