import { DRACOLoader } from 'three/addons/loaders/DRACOLoader.js';

/** A Draco decoder from the own host; its files are fetched when the first Draco tile is met. */
export function createDracoLoader(): DRACOLoader {
  const loader = new DRACOLoader();
  loader.setDecoderPath(new URL('draco/', document.baseURI).href);
  loader.setWorkerLimit(1);
  return loader;
}
