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

const EARTH_RADIUS_METERS = 6_378_137;
/** The sag is counted this many times: buildings stand on the ground, so it must be right to centimetres, not to pixels. */
const SAG_WEIGHT = 100;
const LEVEL_ZERO_METERS = Math.PI * EARTH_RADIUS_METERS;

/**
 * Metres by which a tile of a level may stand off the ground: the sag of its facets, and the relief that its posts
 * are too far apart to show. The engine's own estimate would cut flat ground into tiles of 300 m.
 */
function geometricError(level: number, ground: GroundSurface): number {
  const spacing = LEVEL_ZERO_METERS / 2 ** level / (POSTS - 1);
  const sag = (SAG_WEIGHT * spacing ** 2) / (8 * EARTH_RADIUS_METERS);
  const [, south, , north] = ground.extent;
  const gridSpacing = (CesiumMath.toRadians(north - south) * EARTH_RADIUS_METERS) / Math.max(ground.rows - 1, 1);
  if (spacing <= gridSpacing) return sag;
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const height of ground.ellipsoidalHeightsMeters) {
    lowest = Math.min(lowest, height);
    highest = Math.max(highest, height);
  }
  return sag + Math.max(highest - lowest, 0) * Math.min(spacing / (gridSpacing * 8), 1);
}

/** Terrain that draws the package's ground surface over the whole globe; without one, the ellipsoid. */
export function createGroundTerrain(ground: GroundSurface | null): TerrainProvider {
  if (!ground) return new EllipsoidTerrainProvider();
  const tilingScheme = new GeographicTilingScheme();
  const provider = new CustomHeightmapTerrainProvider({
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
  const errors = Array.from({ length: 32 }, (_, level) => geometricError(level, ground));
  provider.getLevelMaximumGeometricError = (level) => errors[level] ?? 0;
  return provider;
}
