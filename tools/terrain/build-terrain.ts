import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BuildContext } from '../package/progress.ts';
import type { Elevation } from './elevation.ts';
import { encodeQuantizedMesh } from './encode-quantized-mesh.ts';

/** Posts on each side of a tile. */
const POSTS = 33;
const DEEPEST_LEVEL = 17;
const METERS_PER_DEGREE = 110_574;

interface TileRange {
  startX: number;
  startY: number;
  endX: number;
  endY: number;
}

/** The level whose posts are about as far apart as the cells of the elevation model. */
function findDeepestLevel(spacingMeters: number): number {
  const tileMeters = spacingMeters * (POSTS - 1);
  const level = Math.ceil(Math.log2((180 * METERS_PER_DEGREE) / tileMeters));
  return Math.min(DEEPEST_LEVEL, Math.max(0, level));
}

/** Tiles of a level that meet the elevation model; of level 0 both, since they carry all others. Rows from the south. */
function rangeOf(level: number, { extent: [west, south, east, north] }: Elevation): TileRange {
  if (level === 0) return { startX: 0, startY: 0, endX: 1, endY: 0 };
  const size = 180 / 2 ** level;
  const tile = (degrees: number, most: number) => Math.min(most, Math.max(0, Math.floor(degrees / size)));
  return {
    startX: tile(west + 180, 2 ** (level + 1) - 1),
    startY: tile(south + 90, 2 ** level - 1),
    endX: tile(east + 180, 2 ** (level + 1) - 1),
    endY: tile(north + 90, 2 ** level - 1),
  };
}

function sampleTile(elevation: Elevation, level: number, x: number, y: number): Buffer {
  const size = 180 / 2 ** level;
  const [west, south] = [x * size - 180, y * size - 90];
  const heights = new Float32Array(POSTS * POSTS);
  for (let at = 0; at < heights.length; at += 1) {
    const lon = west + (size * (at % POSTS)) / (POSTS - 1);
    const lat = south + (size * Math.floor(at / POSTS)) / (POSTS - 1);
    heights[at] = elevation.heightAt(lon, lat);
  }
  return encodeQuantizedMesh({ box: [west, south, west + size, south + size], posts: POSTS, heights });
}

/**
 * Writes an elevation model as quantized-mesh terrain (`layer.json`, `<level>/<x>/<y>.terrain`, TMS rows from the south,
 * geographic tiles): level 0 whole, every further one where the model is, down to its own resolution.
 * @param folder Folder of the terrain; made when absent.
 */
export async function buildTerrain(elevation: Elevation, folder: string, context: BuildContext): Promise<void> {
  const deepest = findDeepestLevel(elevation.spacingMeters);
  const available = Array.from({ length: deepest + 1 }, (_, level) => rangeOf(level, elevation));
  const count = available.reduce(
    (sum, { startX, startY, endX, endY }) => sum + (endX - startX + 1) * (endY - startY + 1),
    0,
  );
  let done = 0;
  for (const [level, { startX, startY, endX, endY }] of available.entries()) {
    for (let x = startX; x <= endX; x += 1) {
      context.signal.throwIfAborted();
      const column = path.join(folder, String(level), String(x));
      await mkdir(column, { recursive: true });
      for (let y = startY; y <= endY; y += 1) {
        await writeFile(path.join(column, `${y}.terrain`), sampleTile(elevation, level, x, y));
        done += 1;
      }
      context.progress('terrain', done, count);
    }
  }
  const layer = {
    tilejson: '2.1.0',
    format: 'quantized-mesh-1.0',
    version: '1.0.0',
    scheme: 'tms',
    projection: 'EPSG:4326',
    tiles: ['{z}/{x}/{y}.terrain'],
    bounds: elevation.extent,
    minzoom: 0,
    maxzoom: deepest,
    available: available.map((range) => [range]),
  };
  await writeFile(path.join(folder, 'layer.json'), `${JSON.stringify(layer)}\n`);
}
