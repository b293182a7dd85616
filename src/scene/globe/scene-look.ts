import { Color, DynamicAtmosphereLightingType, type Viewer } from 'cesium';
import type { QualityLevel } from '../../core/style/quality.ts';
import { hastenGround } from './hasten-ground.ts';
import type { SceneLight } from './scene-light.ts';
import type { SceneTheme } from './scene-theme.ts';

/** Whether WebGL is drawn by the processor: costly effects stay off then. */
export function isSoftwareRendered(viewer: Viewer): boolean {
  const gl = viewer.scene.canvas.getContext('webgl2');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  const name = gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : '';
  return /swiftshader|llvmpipe|software|basic render/i.test(name);
}

interface ShadowBias {
  /** Part of the depth that the light looks through. */
  depthBias: number;
  /** Metres towards the normal. */
  normalOffsetScale: number;
  /** Cosine between normal and light up to which a surface takes itself for shaded. */
  normalShadingSmooth: number;
}
const SHADOW_BIAS: ShadowBias = { depthBias: 0.0004, normalOffsetScale: 1, normalShadingSmooth: 0.5 };

/** Settings that hold for the viewer's life: no animation, depth against the ground, sky and haze by the sun. */
export function prepareScene(viewer: Viewer, lowPower: boolean): void {
  const { scene, clock } = viewer;
  clock.shouldAnimate = false;
  scene.globe.depthTestAgainstTerrain = true;
  scene.globe.showGroundAtmosphere = true;
  // Near the ground this changes nothing on it; it lets the engine colour sky and haze by the sun.
  scene.globe.enableLighting = true;
  scene.globe.dynamicAtmosphereLighting = true;
  scene.globe.dynamicAtmosphereLightingFromSun = true;
  scene.atmosphere.dynamicLighting = DynamicAtmosphereLightingType.SUNLIGHT;
  if (lowPower) hastenGround(scene);
  scene.screenSpaceCameraController.minimumZoomDistance = 5;
  scene.screenSpaceCameraController.enableCollisionDetection = true;
  scene.shadowMap.maximumDistance = 4000;
  // As the engine has it, roofs and walls are striped by shadows of themselves; it offers no setting.
  const { _primitiveBias: bias } = scene.shadowMap as unknown as { _primitiveBias: ShadowBias };
  Object.assign(bias, SHADOW_BIAS);
  scene.fog.density = 0.00012;
  if (scene.moon) scene.moon.show = false;
  if (scene.sun) scene.sun.show = false;
}

/** What a level is worth: samples for smooth edges, detail of the ground, on high soft shadows and every pixel of the screen. */
export function applyQuality(viewer: Viewer, level: QualityLevel): void {
  const { scene } = viewer;
  const isHigh = level === 'high';
  scene.globe.maximumScreenSpaceError = level === 'low' ? 4 : 2;
  scene.msaaSamples = level === 'low' ? 1 : 4;
  viewer.useBrowserRecommendedResolution = !isHigh;
  scene.shadowMap.softShadows = isHigh;
  scene.shadowMap.size = isHigh ? 2048 : 1024;
  scene.requestRender();
}

const NIGHT_SKY = Color.fromCssColorString('#0d1626');

/** Sky, ground and haze in the colours of a theme and the light of a moment. */
export function applyLook(viewer: Viewer, theme: SceneTheme, light: SceneLight): void {
  const { scene } = viewer;
  scene.backgroundColor = Color.lerp(Color.fromCssColorString(theme.sky), NIGHT_SKY, light.night, new Color());
  // What a shadow leaves of the light: when the lamps go on the sun throws none.
  scene.shadowMap.darkness = 0.7 + 0.3 * Math.min(1, light.windows / 0.75);
  scene.globe.baseColor = Color.fromCssColorString(theme.ground);
  scene.globe.atmosphereBrightnessShift = theme.skyBrightness;
  scene.globe.atmosphereSaturationShift = theme.skySaturation;
  if (scene.skyAtmosphere) {
    scene.skyAtmosphere.brightnessShift = theme.skyBrightness;
    scene.skyAtmosphere.saturationShift = theme.skySaturation;
  }
  scene.requestRender();
}
