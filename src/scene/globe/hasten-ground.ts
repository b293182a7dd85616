import type { Scene, TerrainData, TerrainProvider } from 'cesium';

/** Of a frame drawn by the processor, which takes a second, this long may go to ground that arrives. */
const LOADING_MS = 120;

/** What the engine has no setting for. */
interface LoadQueue {
  _loadQueueTimeSlice: number;
}
type MeshMaker = TerrainData & { createMesh: (options: { throttle?: boolean }) => unknown };

/**
 * Lets ground arrive in few frames. The engine loads for 5 ms a frame, which suits a frame of 16 ms; where the processor
 * draws, a frame takes a second, and ground would come for minutes.
 */
export function hastenGround({ globe }: Scene): void {
  const { _surface: surface } = globe as unknown as { _surface?: LoadQueue };
  if (surface) surface._loadQueueTimeSlice = LOADING_MS;
}

/** Lets all pieces of ground that are asked for be built at once; the engine builds five and asks anew each frame. */
export function buildAtOnce(provider: TerrainProvider): TerrainProvider {
  const request = provider.requestTileGeometry.bind(provider);
  provider.requestTileGeometry = (...wanted) =>
    request(...wanted)?.then((data) => {
      const maker = data as MeshMaker;
      const createMesh = maker.createMesh.bind(maker);
      maker.createMesh = (options) => createMesh({ ...options, throttle: false });
      return maker;
    });
  return provider;
}
