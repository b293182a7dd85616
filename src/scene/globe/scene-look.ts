import { Color, type Viewer } from 'cesium';
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
  scene.globe.enableLighting = false;
  scene.globe.maximumScreenSpaceError = lowPower ? 4 : 2;
  // A weak machine is only known once the viewer stands, so its samples cannot be chosen with the other settings.
  if (lowPower) scene.msaaSamples = 1;
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

/** Sky, ground and haze in the colours of a theme. */
export function applyTheme(viewer: Viewer, theme: SceneTheme): void {
  const { scene } = viewer;
  scene.backgroundColor = Color.fromCssColorString(theme.sky);
  scene.globe.baseColor = Color.fromCssColorString(theme.ground);
  scene.globe.atmosphereBrightnessShift = theme.skyBrightness;
  scene.globe.atmosphereSaturationShift = theme.skySaturation;
  if (scene.skyAtmosphere) {
    scene.skyAtmosphere.brightnessShift = theme.skyBrightness;
    scene.skyAtmosphere.saturationShift = theme.skySaturation;
  }
  scene.requestRender();
}
