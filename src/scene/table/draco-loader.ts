import { DRACO_GLTF_CONFIG, DRACOLoader } from 'three/addons/loaders/DRACOLoader.js';

/** A Draco decoder from the own host; its files are fetched when the first Draco tile is met. */
export function createDracoLoader(): DRACOLoader {
  const loader = new DRACOLoader();
  loader.setDecoderPath(DRACO_GLTF_CONFIG);
  loader.setWorkerLimit(1);
  return loader;
}
