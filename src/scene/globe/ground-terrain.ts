import {
  Math as CesiumMath,
  CustomHeightmapTerrainProvider,
  EllipsoidTerrainProvider,
  GeographicTilingScheme,
  Rectangle,
  type TerrainProvider,
} from 'cesium';
import type { GroundSurface } from '../../core/city/city-manifest.ts';
import { groundHeightAt } from '../../core/city/ground-height.ts';

/** Posts per side of one terrain tile; neighbours share their edge posts, so no cracks appear. */
const POSTS = 32;

const EARTH_RADIUS_METERS = 6_378_137;
/** Errors count this many times: buildings stand on the ground, so it must be right to centimetres, not to pixels. */
const ERROR_WEIGHT = 100;
const LEVEL_ZERO_METERS = Math.PI * EARTH_RADIUS_METERS;
/** Texels of a base map's tile as the engine counts them, see `createGroundMapProvider`. */
export const MAP_TILE_TEXELS = 256;
/** From this level on (tiles of some 80 km), tiles away from the ground's extent are cut from their parents. */
const FIRST_LOCAL_LEVEL = 8;

function findRelief(heights: readonly number[]): number {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const height of heights) {
    lowest = Math.min(lowest, height);
    highest = Math.max(highest, height);
  }
  return Math.max(highest - lowest, 0);
}

/** Metres between the nodes of the ground's grid; infinite for a ground of one height. */
function findNodeSpacing({ extent, rows }: GroundSurface): number {
  const [, south, , north] = extent;
  return rows > 1 ? (CesiumMath.toRadians(north - south) * EARTH_RADIUS_METERS) / (rows - 1) : Number.POSITIVE_INFINITY;
}

/**
 * Metres by which a tile of a level may stand off the ground, weighted: the sag of its facets, and the relief that
 * posts further apart than half the grid's nodes do not show. The engine's own estimate would cut flat ground into
 * tiles of 300 m.
 */
function geometricError(level: number, relief: number, nodeSpacing: number): number {
  const spacing = LEVEL_ZERO_METERS / 2 ** level / (POSTS - 1);
  const sag = spacing ** 2 / (8 * EARTH_RADIUS_METERS);
  const hidden = spacing <= nodeSpacing / 2 ? 0 : relief * Math.min(spacing / (nodeSpacing * 8), 1);
  return ERROR_WEIGHT * (sag + hidden);
}

/** Part of its size by which tiles of a ground with a base map reach beyond the city. */
const MAP_MARGIN = 0.4;

function tiledExtent({ extent: [west, south, east, north] }: GroundSurface, carriesMap: boolean): Rectangle {
  const margin = carriesMap ? MAP_MARGIN : 0;
  const [x, y] = [(east - west) * margin, (north - south) * margin];
  return Rectangle.fromDegrees(west - x, south - y, east + x, north + y);
}

/**
 * Terrain that draws the package's ground surface over the whole globe; without one, the ellipsoid.
 * @param carriesMap The engine drapes imagery tile by tile of the terrain: a ground with a base map is cut finely enough
 * for one tile of it each, also where it is flat.
 * @param onReady Called for every tile: a scene that draws on request needs a frame for it.
 */
export function createGroundTerrain(
  ground: GroundSurface | null,
  carriesMap: boolean,
  onReady: () => void,
): TerrainProvider {
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
      onReady();
      return heights;
    },
  });
  const relief = findRelief(ground.ellipsoidalHeightsMeters);
  const nodeSpacing = findNodeSpacing(ground);
  const errors = Array.from({ length: 32 }, (_, level) => {
    const texel = carriesMap ? LEVEL_ZERO_METERS / 2 ** level / MAP_TILE_TEXELS : 0;
    return Math.max(geometricError(level, relief, nodeSpacing), texel);
  });
  provider.getLevelMaximumGeometricError = (level) => errors[level] ?? 0;
  const extent = tiledExtent(ground, carriesMap);
  provider.getTileDataAvailable = (x, y, level) =>
    level < FIRST_LOCAL_LEVEL ||
    Rectangle.intersection(tilingScheme.tileXYToRectangle(x, y, level), extent) !== undefined;
  return provider;
}
