import {
  Mesh,
  NearestFilter,
  OrthographicCamera,
  PlaneGeometry,
  RGBAFormat,
  Scene,
  UnsignedByteType,
  WebGLRenderer,
  WebGLRenderTarget,
} from 'three';
import type { FigureFrame } from '../../core/report/figure-frame.ts';
import { createShadeMaterial } from './height-shading.ts';

/** Heights above and below the ellipsoid that a city may have. */
const VERTICAL_ROOM_METERS = 10_000;

/** Draws a placed city scene from straight above; holds one WebGL context until disposed. */
export interface CityPainter {
  /** The buildings in a frame on a transparent ground; valid until the next call. */
  paint(
    scene: Scene,
    frame: FigureFrame,
    origin: readonly [number, number],
    width: number,
    height: number,
  ): OffscreenCanvas;
  dispose(): void;
}

function planCamera(frame: FigureFrame, origin: readonly [number, number]): OrthographicCamera {
  const [minX, minY, maxX, maxY] = frame.extent;
  const camera = new OrthographicCamera(
    minX - origin[0],
    maxX - origin[0],
    maxY - origin[1],
    minY - origin[1],
    0,
    VERTICAL_ROOM_METERS * 2,
  );
  camera.position.set(0, 0, VERTICAL_ROOM_METERS);
  camera.updateMatrixWorld(true);
  camera.updateProjectionMatrix();
  return camera;
}

/** Creates the painter on a canvas of its own, away from the page. */
export function createCityPainter(): CityPainter {
  const canvas = new OffscreenCanvas(16, 16);
  const renderer = new WebGLRenderer({ canvas, alpha: true, antialias: false, premultipliedAlpha: false });
  renderer.setClearColor(0x000000, 0);
  const shade = createShadeMaterial();
  const screen = new Scene();
  const quad = new Mesh(new PlaneGeometry(2, 2), shade);
  quad.frustumCulled = false;
  screen.add(quad);
  return {
    paint(scene, frame, origin, width, height) {
      renderer.setSize(width, height, false);
      const heights = new WebGLRenderTarget(width, height, {
        format: RGBAFormat,
        type: UnsignedByteType,
        minFilter: NearestFilter,
        magFilter: NearestFilter,
      });
      const camera = planCamera(frame, origin);
      renderer.setRenderTarget(heights);
      renderer.clear();
      renderer.render(scene, camera);
      renderer.setRenderTarget(null);
      const { uniforms } = shade;
      if (uniforms.heights) uniforms.heights.value = heights.texture;
      uniforms.pixel?.value.set(1 / width, 1 / height);
      if (uniforms.metersPerPixel) uniforms.metersPerPixel.value = (frame.extent[2] - frame.extent[0]) / width;
      renderer.clear();
      renderer.render(screen, camera);
      heights.dispose();
      return canvas;
    },
    dispose() {
      quad.geometry.dispose();
      shade.dispose();
      renderer.dispose();
      renderer.forceContextLoss();
    },
  };
}
