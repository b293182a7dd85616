import { CesiumTerrainProvider, type Viewer } from 'cesium';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import { createGroundTerrain } from './ground-terrain.ts';

/**
 * Gives the viewer the terrain of a package, or one made of its ground surface where it has none or it cannot be read.
 * @param terrainUrl Folder of quantized-mesh tiles, ending in `/`.
 * @returns What stops a terrain that is still on its way.
 */
export function attachTerrain(
  viewer: Viewer,
  ground: GroundSurface | null,
  terrainUrl: string | null,
  carriesMap: boolean,
  onFailed: (message: string) => void,
): () => void {
  let stopped = false;
  const fallBack = (): void => {
    viewer.terrainProvider = createGroundTerrain(ground, carriesMap);
    viewer.scene.requestRender();
  };
  if (terrainUrl === null) fallBack();
  else {
    CesiumTerrainProvider.fromUrl(terrainUrl)
      .then((provider) => {
        if (stopped || viewer.isDestroyed()) return;
        viewer.terrainProvider = provider;
        viewer.scene.requestRender();
      })
      .catch((cause: unknown) => {
        if (stopped || viewer.isDestroyed()) return;
        fallBack();
        onFailed(cause instanceof Error ? cause.message : String(cause));
      });
  }
  return () => {
    stopped = true;
  };
}
