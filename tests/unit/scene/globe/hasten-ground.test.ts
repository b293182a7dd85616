import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Scene, TerrainData, TerrainProvider } from 'cesium';
import { expect, test } from 'vitest';
import { buildAtOnce, hastenGround } from '../../../../src/scene/globe/hasten-ground.ts';

/** Text of a module of the engine. */
function readEngine(name: string): string {
  const engine = createRequire(createRequire(import.meta.url).resolve('cesium/package.json'));
  return readFileSync(engine.resolve(`@cesium/engine/Source/Scene/${name}.js`), 'utf8');
}

test('meshes are built without waiting for a turn, with all else as asked', async () => {
  const asked: unknown[] = [];
  const data = { createMesh: (options: object) => asked.push(options) } as unknown as TerrainData;
  const provider = { requestTileGeometry: async () => data } as unknown as TerrainProvider;
  const built = await buildAtOnce(provider).requestTileGeometry(1, 2, 3);
  (built as unknown as { createMesh: (options: object) => void }).createMesh({ level: 3, throttle: true });
  expect(asked).toEqual([{ level: 3, throttle: false }]);
});

test('a request that is put off stays put off', () => {
  const provider = { requestTileGeometry: () => undefined } as unknown as TerrainProvider;
  expect(buildAtOnce(provider).requestTileGeometry(1, 2, 3)).toBeUndefined();
});

test('more of a frame goes to ground that arrives, by a setting that the engine still reads', () => {
  const surface = { _loadQueueTimeSlice: 5 };
  hastenGround({ globe: { _surface: surface } } as unknown as Scene);
  expect(surface._loadQueueTimeSlice).toBeGreaterThan(50);
  expect(readEngine('QuadtreePrimitive')).toContain('getTimestamp() + primitive._loadQueueTimeSlice');
  expect(readEngine('GlobeSurfaceTile')).toContain('createMeshOptions.throttle = true');
});
