import {
  Math as CesiumMath,
  CustomHeightmapTerrainProvider,
  EllipsoidTerrainProvider,
  GeographicTilingScheme,
  type TerrainProvider,
} from 'cesium';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import { groundHeightAt } from '../../core/city/ground-height.ts';

/** Posts per side of one terrain tile; neighbours share their edge posts, so no cracks appear. */
const POSTS = 16;

/** Terrain that draws the package's ground surface over the whole globe; without one, the ellipsoid. */
export function createGroundTerrain(ground: GroundSurface | null): TerrainProvider {
  if (!ground) return new EllipsoidTerrainProvider();
  const tilingScheme = new GeographicTilingScheme();
  return new CustomHeightmapTerrainProvider({
    width: POSTS,
    height: POSTS,
    tilingScheme,
    callback: (x, y, level) => {
      const { west, south, east, north } = tilingScheme.tileXYToRectangle(x, y, level);
      const heights = new Float32Array(POSTS * POSTS);
      for (let row = 0; row < POSTS; row += 1) {
        const lat = CesiumMath.toDegrees(CesiumMath.lerp(north, south, row / (POSTS - 1)));
        for (let column = 0; column < POSTS; column += 1) {
          const lon = CesiumMath.toDegrees(CesiumMath.lerp(west, east, column / (POSTS - 1)));
          heights[row * POSTS + column] = groundHeightAt(ground, lon, lat);
        }
      }
      return heights;
    },
  });
}
