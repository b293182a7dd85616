import { CesiumTerrainProvider, type TerrainProvider, type Viewer } from 'cesium';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import { createGroundTerrain } from './ground-terrain.ts';
import { buildAtOnce } from './hasten-ground.ts';

/** The ground that a package has. */
export interface PackageGround {
  ground: GroundSurface | null;
  /** Folder of quantized-mesh tiles, ending in `/`. */
  terrainUrl: string | null;
  /** A base map is to lie on it. */
  carriesMap: boolean;
  /** Frames are slow: ground is built in few of them. */
  lowPower: boolean;
}

/**
 * Gives the viewer the terrain of a package, or one made of its ground surface where it has none or it cannot be read.
 * @returns What stops a terrain that is still on its way.
 */
export function attachTerrain(
  viewer: Viewer,
  { ground, terrainUrl, carriesMap, lowPower }: PackageGround,
  onFailed: (message: string) => void,
): () => void {
  let stopped = false;
  const show = (provider: TerrainProvider): void => {
    viewer.terrainProvider = lowPower ? buildAtOnce(provider) : provider;
    viewer.scene.requestRender();
  };
  const onReady = (): void => {
    if (!stopped && !viewer.isDestroyed()) viewer.scene.requestRender();
  };
  const fallBack = (): void => show(createGroundTerrain(ground, carriesMap, onReady));
  if (terrainUrl === null) fallBack();
  else {
    CesiumTerrainProvider.fromUrl(terrainUrl)
      .then((provider) => {
        if (stopped || viewer.isDestroyed()) return;
        show(provider);
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
