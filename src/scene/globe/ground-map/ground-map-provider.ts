import {
  Event as CesiumEvent,
  Math as CesiumMath,
  type Credit,
  GeographicTilingScheme,
  type ImageryProvider,
  Rectangle,
} from 'cesium';
import { MAP_TILE_TEXELS } from '../ground-terrain.ts';
import type { MapTile } from './draw-map-tile.ts';
import type { GroundMapPainter } from './ground-map-painter.ts';
import type { DegreeBox } from './map-content.ts';

/** Twice the texels that the engine is told, since it lets a texel grow to two pixels before it takes the next level. */
const TILE_PIXELS = 2 * MAP_TILE_TEXELS;
/** About 0.15 m a pixel. */
const MAXIMUM_LEVEL = 18;

/** The coarsest level on which few tiles cover the box: above it the engine takes that level's tiles. */
function findMinimumLevel([west, south, east, north]: DegreeBox): number {
  const span = Math.max(east - west, north - south, 1e-6);
  return Math.min(MAXIMUM_LEVEL, Math.max(0, Math.floor(Math.log2(180 / span)) - 1));
}

/** The base map as imagery of the globe: tiles come from the painter, none is asked of a server. */
export function createGroundMapProvider(
  painter: GroundMapPainter,
  box: DegreeBox,
  theme: 'light' | 'dark',
): ImageryProvider {
  const tilingScheme = new GeographicTilingScheme();
  const provider: Partial<Record<keyof ImageryProvider, unknown>> = {
    rectangle: Rectangle.fromDegrees(...box),
    tileWidth: MAP_TILE_TEXELS,
    tileHeight: MAP_TILE_TEXELS,
    minimumLevel: findMinimumLevel(box),
    maximumLevel: MAXIMUM_LEVEL,
    tilingScheme,
    tileDiscardPolicy: undefined,
    errorEvent: new CesiumEvent(),
    credit: undefined as Credit | undefined,
    proxy: undefined,
    hasAlphaChannel: false,
    getTileCredits: () => [],
    pickFeatures: () => undefined,
    requestImage: (x: number, y: number, level: number) => {
      const { west, south, east, north } = tilingScheme.tileXYToRectangle(x, y, level);
      const degrees = CesiumMath.toDegrees;
      const tile: MapTile = { box: [degrees(west), degrees(south), degrees(east), degrees(north)], size: TILE_PIXELS };
      return painter.draw(tile, level, theme);
    },
  };
  return provider as unknown as ImageryProvider;
}
