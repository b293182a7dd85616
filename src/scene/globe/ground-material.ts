import { Cartesian4, Color, Material, Matrix4, type Scene } from 'cesium';
import type { SceneTheme } from './scene-theme.ts';
import type { SheetBounds, ZonePaint, ZoneSurface } from './zone-surface.ts';

/**
 * Ground: neutral colour with a faint metric grid near, nothing far out (Natural Earth shows there) nor where the base
 * map lies, and the painted zones above all. Positions come from the eye frame, so that a metre stays a metre at any place.
 */
const SOURCE = `
float gridLine(vec2 meters, float spacing, float width) {
  vec2 cell = meters / spacing;
  vec2 derivative = max(fwidth(cell), vec2(1e-6));
  vec2 distanceToLine = abs(fract(cell - 0.5) - 0.5) / derivative;
  float line = 1.0 - clamp(min(distanceToLine.x, distanceToLine.y) - width, 0.0, 1.0);
  return line * (1.0 - smoothstep(0.12, 0.35, max(derivative.x, derivative.y)));
}
vec4 sheet(sampler2D image, vec4 bounds, vec2 meters) {
  vec2 st = (meters - bounds.xy) * bounds.zw;
  vec2 inside = step(vec2(0.0), st) * step(st, vec2(1.0));
  return texture(image, clamp(st, 0.0, 1.0)) * inside.x * inside.y;
}
bool within(vec4 bounds, vec2 meters) {
  vec2 st = (meters - bounds.xy) * bounds.zw;
  return all(greaterThan(st, vec2(0.0))) && all(lessThan(st, vec2(1.0)));
}
czm_material czm_getMaterial(czm_materialInput materialInput) {
  czm_material material = czm_getDefaultMaterial(materialInput);
  vec2 meters = (eyeToLocal * vec4(-materialInput.positionToEyeEC, 1.0)).xy;
  float range = length(materialInput.positionToEyeEC);
  float nearness = 1.0 - smoothstep(nearRange, nearRange * 6.0, range);
  float lines = 0.55 * gridLine(meters, 100.0, 0.0) + 0.9 * gridLine(meters, 1000.0, 0.4);
  vec3 color = mix(baseColor.rgb, gridColor.rgb, clamp(lines, 0.0, 1.0) * gridColor.a);
  vec4 zone = within(detailBounds, meters) ? sheet(detail, detailBounds, meters) : sheet(overview, overviewBounds, meters);
  float zoneAlpha = zone.a * zoneOpacity;
  float base = within(mapBounds, meters) ? 0.0 : nearness;
  material.alpha = 1.0 - (1.0 - base) * (1.0 - zoneAlpha);
  material.diffuse = (color * base * (1.0 - zoneAlpha) + zone.rgb * zoneAlpha) / max(material.alpha, 0.001);
  return material;
}`;

/** Beyond this many metres from the eye the neutral ground gives way to the world map. */
const NEAR_RANGE_METERS = 120_000;

function boundsUniform(bounds: SheetBounds | null | undefined): Cartesian4 {
  if (!bounds) return new Cartesian4(0, 0, 0, 0);
  const { east, north, width, height } = bounds;
  return new Cartesian4(east, north, 1 / Math.max(width, 1), 1 / Math.max(height, 1));
}

/** Gives the globe its ground material and keeps it true to theme and zones; returns its remover. */
export function attachGroundMaterial(scene: Scene, surface: ZoneSurface, theme: SceneTheme): () => void {
  const material = new Material({
    fabric: {
      type: undefined,
      uniforms: {
        baseColor: Color.fromCssColorString(theme.ground),
        gridColor: Color.fromCssColorString(theme.grid),
        nearRange: NEAR_RANGE_METERS,
        overview: Material.DefaultImageId,
        detail: Material.DefaultImageId,
        overviewBounds: new Cartesian4(0, 0, 0, 0),
        detailBounds: new Cartesian4(0, 0, 0, 0),
        mapBounds: new Cartesian4(0, 0, 0, 0),
        zoneOpacity: 0,
        eyeToLocal: Matrix4.toArray(Matrix4.IDENTITY),
      },
      source: SOURCE,
    },
    translucent: false,
  });
  scene.globe.material = material;
  let shown: ZonePaint | null = null;
  let arriving = false;
  const place = (paint: ZonePaint | null): void => {
    material.uniforms.overviewBounds = boundsUniform(paint?.overview?.bounds);
    material.uniforms.detailBounds = boundsUniform(paint?.detail?.bounds);
    material.uniforms.zoneOpacity = paint?.opacity ?? 0;
  };
  // The engine takes a canvas in during one frame and shows it in the next: bounds and opacity that were ahead of it
  // would show its white stand-in, and without a second frame it would stay.
  const forgetPaint = surface.subscribe(() => {
    const { paint } = surface;
    material.uniforms.mapBounds = boundsUniform(surface.map);
    material.uniforms.overview = paint?.overview?.pattern ?? Material.DefaultImageId;
    material.uniforms.detail = paint?.detail?.pattern ?? Material.DefaultImageId;
    place(
      paint && shown
        ? { ...shown, overview: paint.overview && shown.overview, detail: paint.detail && shown.detail }
        : null,
    );
    arriving = true;
    scene.requestRender();
  });
  const forgetArrival = scene.postRender.addEventListener(() => {
    if (!arriving) return;
    arriving = false;
    shown = surface.paint;
    place(shown);
    scene.requestRender();
  });
  const forgetFrame = scene.preRender.addEventListener(() => {
    Matrix4.toArray(surface.eyeToLocal, material.uniforms.eyeToLocal);
  });
  return () => {
    forgetPaint();
    forgetArrival();
    forgetFrame();
    if (!scene.isDestroyed()) scene.globe.material = undefined;
    material.destroy();
  };
}
