import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { CityManifest } from '../../src/core/city/city-manifest.ts';
import { groundHeightAt } from '../../src/core/city/ground-height.ts';
import { readJsonFile } from '../package/read-json-file.ts';
import { type DecodedTerrain, decodeQuantizedMesh } from './decode-quantized-mesh.ts';
import type { FaultList } from './fault-list.ts';

const STEPS = 32_767;
/** Median difference between terrain and ground that is no fault: both are sampled from one model, at different posts. */
const GROUND_TOLERANCE_METERS = 1;

const rangeSchema = z.object({
  startX: z.number().int().nonnegative(),
  startY: z.number().int().nonnegative(),
  endX: z.number().int().nonnegative(),
  endY: z.number().int().nonnegative(),
});
const layerSchema = z.object({
  format: z.literal('quantized-mesh-1.0'),
  scheme: z.literal('tms'),
  projection: z.literal('EPSG:4326'),
  tiles: z.tuple([z.literal('{z}/{x}/{y}.terrain')]),
  available: z.array(z.array(rangeSchema)).min(1),
});

/** What a tile gets wrong in itself; `null` when it is sound. */
function findTileFault(tile: DecodedTerrain): string | null {
  const { u, v, height, triangles, edges } = tile;
  const inRange = (values: Int32Array) => values.every((value) => value >= 0 && value <= STEPS);
  if (!inRange(u) || !inRange(v) || !inRange(height)) return 'terrain.position';
  if (!(tile.lowest > -1000 && tile.highest < 9000 && tile.lowest <= tile.highest)) return 'terrain.height';
  if (!triangles.every((index) => index < u.length)) return 'terrain.index';
  let area = 0;
  for (let at = 0; at < triangles.length; at += 3) {
    const [a, b, c] = [triangles[at]!, triangles[at + 1]!, triangles[at + 2]!];
    const double = (u[b]! - u[a]!) * (v[c]! - v[a]!) - (v[b]! - v[a]!) * (u[c]! - u[a]!);
    if (double <= 0) return 'terrain.orientation';
    area += double / 2;
  }
  if (Math.abs(area / STEPS ** 2 - 1) > 1e-9) return 'terrain.coverage';
  const lies = [
    (index: number) => u[index] === 0,
    (index: number) => v[index] === 0,
    (index: number) => u[index] === STEPS,
    (index: number) => v[index] === STEPS,
  ];
  return edges.every((edge, side) => edge.length > 1 && edge.every((index) => lies[side]!(index)))
    ? null
    : 'terrain.edge';
}

/** Heights along an edge by place on it, metres. */
function readEdge(tile: DecodedTerrain, side: 0 | 1 | 2 | 3): Map<number, number> {
  const along = side % 2 === 0 ? tile.v : tile.u;
  const scale = (tile.highest - tile.lowest) / STEPS;
  return new Map([...tile.edges[side]!].map((index) => [along[index]!, tile.lowest + tile.height[index]! * scale]));
}

function findCrack(one: DecodedTerrain, side: 0 | 3, other: DecodedTerrain, opposite: 2 | 1): boolean {
  const [mine, theirs] = [readEdge(one, side), readEdge(other, opposite)];
  const step = Math.max(one.highest - one.lowest, other.highest - other.lowest) / STEPS + 0.01;
  return [...mine].some(([place, height]) => Math.abs((theirs.get(place) ?? height) - height) > step);
}

function compareWithGround(tiles: ReadonlyMap<string, DecodedTerrain>, level: number, manifest: CityManifest): number {
  const size = 180 / 2 ** level;
  const differences: number[] = [];
  for (const [key, tile] of tiles) {
    const [x = 0, y = 0] = key.split(' ').map(Number);
    for (let index = 0; index < tile.u.length; index += 7) {
      const lon = x * size - 180 + (size * tile.u[index]!) / STEPS;
      const lat = y * size - 90 + (size * tile.v[index]!) / STEPS;
      const [west, south, east, north] = manifest.ground.extent;
      if (lon < west || lon > east || lat < south || lat > north) continue;
      const height = tile.lowest + ((tile.highest - tile.lowest) * tile.height[index]!) / STEPS;
      differences.push(Math.abs(height - groundHeightAt(manifest.ground, lon, lat)));
    }
  }
  return differences.sort((a, b) => a - b)[differences.length >> 1] ?? 0;
}

/**
 * Checks the terrain of a package: every listed tile is there and sound, covers its square once facing up, meets its
 * neighbours of the deepest level without a crack, and lies where the manifest's ground lies.
 * Faults: `terrain.unreadable`, `terrain.shape`, `terrain.tile`, `terrain.position`, `terrain.height`, `terrain.index`,
 * `terrain.orientation`, `terrain.coverage`, `terrain.edge`, `terrain.crack`, `terrain.ground`.
 */
export async function verifyTerrain(folder: string, manifest: CityManifest, faults: FaultList): Promise<void> {
  if (!manifest.terrain) return;
  const root = path.join(folder, manifest.terrain.uri);
  const json = await readJsonFile(path.join(root, 'layer.json'));
  if (!json.ok) {
    faults.add('terrain.unreadable', `${manifest.terrain.uri}layer.json`);
    return;
  }
  const layer = layerSchema.safeParse(json.value);
  if (!layer.success) {
    faults.add('terrain.shape', layer.error.issues[0]?.path.join('.') ?? 'layer.json');
    return;
  }
  let deepest = new Map<string, DecodedTerrain>();
  for (const [level, ranges] of layer.data.available.entries()) {
    deepest = new Map();
    for (const { startX, startY, endX, endY } of ranges) {
      for (let x = startX; x <= endX; x += 1) {
        for (let y = startY; y <= endY; y += 1) {
          const name = `${level}/${x}/${y}.terrain`;
          faults.count('terrainTiles');
          const bytes = await readFile(path.join(root, name)).catch(() => null);
          const tile = bytes && decodeQuantizedMesh(bytes);
          const fault = tile ? findTileFault(tile) : 'terrain.tile';
          if (fault) faults.add(fault, name);
          if (tile && !fault) deepest.set(`${x} ${y}`, tile);
        }
      }
    }
  }
  for (const [key, tile] of deepest) {
    const [x = 0, y = 0] = key.split(' ').map(Number);
    const [west, north] = [deepest.get(`${x - 1} ${y}`), deepest.get(`${x} ${y + 1}`)];
    if ((west && findCrack(tile, 0, west, 2)) || (north && findCrack(tile, 3, north, 1))) {
      faults.add('terrain.crack', `${layer.data.available.length - 1}/${x}/${y}.terrain`);
    }
  }
  const apart = compareWithGround(deepest, layer.data.available.length - 1, manifest);
  if (apart > GROUND_TOLERANCE_METERS) faults.add('terrain.ground', `${apart.toFixed(2)} m`);
}
