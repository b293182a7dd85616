import { Color, DynamicAtmosphereLightingType, type Viewer } from 'cesium';
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

/** Settings that hold for the viewer's life: no animation, depth against the ground, soft shadows. */
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
  scene.globe.maximumScreenSpaceError = lowPower ? 4 : 2;
  // A weak machine is only known once the viewer stands, so its samples cannot be chosen with the other settings.
  if (lowPower) {
    scene.msaaSamples = 1;
    hastenGround(scene);
  }
  scene.screenSpaceCameraController.minimumZoomDistance = 5;
  scene.screenSpaceCameraController.enableCollisionDetection = true;
  scene.shadowMap.softShadows = !lowPower;
  scene.shadowMap.size = lowPower ? 1024 : 2048;
  scene.shadowMap.maximumDistance = 4000;
  scene.shadowMap.darkness = 0.6;
  scene.fog.density = 0.00012;
  if (scene.moon) scene.moon.show = false;
  if (scene.sun) scene.sun.show = false;
  const occlusion = scene.postProcessStages.ambientOcclusion;
  occlusion.enabled = !lowPower;
  if (!lowPower) {
    occlusion.uniforms.intensity = 2.2;
    occlusion.uniforms.lengthCap = 12;
    occlusion.uniforms.bias = 0.12;
  }
}

const NIGHT_SKY = Color.fromCssColorString('#0d1626');

/** Sky, ground and haze in the colours of a theme and the light of a moment. */
export function applyLook(viewer: Viewer, theme: SceneTheme, light: SceneLight): void {
  const { scene } = viewer;
  scene.backgroundColor = Color.lerp(Color.fromCssColorString(theme.sky), NIGHT_SKY, light.night, new Color());
  scene.globe.baseColor = Color.fromCssColorString(theme.ground);
  scene.globe.atmosphereBrightnessShift = theme.skyBrightness;
  scene.globe.atmosphereSaturationShift = theme.skySaturation;
  if (scene.skyAtmosphere) {
    scene.skyAtmosphere.brightnessShift = theme.skyBrightness;
    scene.skyAtmosphere.saturationShift = theme.skySaturation;
  }
  scene.requestRender();
}
