import type { Viewer } from 'cesium';

const RESTING_SAMPLES = 4;
/** A picture that stood this long is worth drawing once more with smooth edges. */
const REST_MS = 400;

/**
 * Where the processor draws, smooth edges double the time of a frame: they are drawn once the picture stands still and
 * given up while the camera moves or ground arrives; returns the remover.
 */
export function attachSmoothingAtRest({ scene, camera }: Viewer): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const smooth = (): void => {
    scene.msaaSamples = RESTING_SAMPLES;
    scene.requestRender();
  };
  const hurry = (): void => {
    clearTimeout(timer);
    scene.msaaSamples = 1;
  };
  const removers = [
    camera.moveStart.addEventListener(hurry),
    scene.postRender.addEventListener(() => {
      // The frame that shows the last of the ground comes through here again.
      if (!scene.globe.tilesLoaded) {
        hurry();
        return;
      }
      if (scene.msaaSamples > 1) return;
      clearTimeout(timer);
      timer = setTimeout(smooth, REST_MS);
    }),
  ];
  return () => {
    clearTimeout(timer);
    for (const remove of removers) remove();
  };
}
