import type { Target } from 'vite-plugin-static-copy';

/** Folder of the served site that holds Cesium's static files; the scene sets it as its base URL. */
export const CESIUM_BASE = 'cesium';

/** Static files that Cesium loads at run time, out of all it ships: workers, decoders, Natural Earth II, earth orientation. */
export const CESIUM_ASSETS: readonly string[] = [
  'Workers',
  'ThirdParty/draco_decoder.wasm',
  'ThirdParty/basis_transcoder.wasm',
  'Assets/IAU2006_XYS',
  'Assets/Textures/NaturalEarthII',
  'Assets/approximateTerrainHeights.json',
];

/** Copy rules of `vite-plugin-static-copy` for the static files of Cesium, from its minified build below the project's `root`. */
export function cesiumAssets(root = '.'): Target[] {
  const source = `${root.replaceAll('\\', '/')}/node_modules/cesium/Build/Cesium`;
  return CESIUM_ASSETS.map((asset) => {
    const parent = asset.split('/').slice(0, -1).join('/');
    return { src: `${source}/${asset}`, dest: parent === '' ? CESIUM_BASE : `${CESIUM_BASE}/${parent}` };
  });
}
