import { ImplicitTilingPlugin } from '3d-tiles-renderer/core/plugins';
import { TilesRenderer } from '3d-tiles-renderer/three';
import { GLTFExtensionsPlugin } from '3d-tiles-renderer/three/plugins';
import { MeshoptDecoder } from 'meshoptimizer';
import { type Mesh, type Object3D, OrthographicCamera } from 'three';
import { createDracoLoader } from './draco-loader.ts';
import { ecefVector, localAxes } from './local-affine.ts';

/** Ground error below which no finer tile is asked for: every level of detail that a figure could show is loaded. */
const ERROR_METERS = 0.05;
const POLL_MILLISECONDS = 30;
const CAMERA_HEIGHT_METERS = 30_000;

/** A tileset with everything loaded that lies in the view; `dispose` gives its memory back. */
export interface LoadedTileset {
  meshes: Mesh[];
  absent: string[];
  dispose(): void;
}

/** What is to be covered: the centre in degrees and half the width of a square, metres. */
export interface TilesetView {
  lon: number;
  lat: number;
  halfWidthMeters: number;
}

function lookDown(view: TilesetView): OrthographicCamera {
  const half = view.halfWidthMeters;
  const camera = new OrthographicCamera(-half, half, half, -half, 0, CAMERA_HEIGHT_METERS * 2);
  const centre = ecefVector(view.lon, view.lat, 0);
  const [, north, up] = localAxes(view.lon, view.lat);
  camera.position.copy(centre).addScaledVector(up, CAMERA_HEIGHT_METERS);
  camera.up.copy(north);
  camera.lookAt(centre);
  camera.updateMatrixWorld(true);
  return camera;
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, signal.aborted ? 0 : POLL_MILLISECONDS);
  });
}

function settled(tiles: TilesRenderer): boolean {
  const running = tiles.downloadQueue.running || tiles.parseQueue.running || tiles.processNodeQueue.running;
  return !running && tiles.loadProgress === 1;
}

/** Updates until nothing is asked for or under way in three rounds; external tilesets ask for more in the next one. */
async function loadAll(tiles: TilesRenderer, rootKnown: () => boolean, signal: AbortSignal): Promise<void> {
  for (let quiet = 0; quiet < 3 && !signal.aborted; ) {
    tiles.update();
    await pause(signal);
    quiet = rootKnown() && settled(tiles) ? quiet + 1 : 0;
  }
}

/**
 * Loads a tileset completely for a view straight down (3D Tiles 1.0 and 1.1, implicit tiling, meshopt and Draco).
 * Contents that cannot be loaded are named in `absent` and the rest goes on.
 */
export async function loadTileset(url: string, view: TilesetView, signal: AbortSignal): Promise<LoadedTileset> {
  const tiles = new TilesRenderer(url);
  const absent: string[] = [];
  let rootKnown = false;
  const draco = createDracoLoader();
  tiles.registerPlugin(new ImplicitTilingPlugin());
  tiles.registerPlugin(
    new GLTFExtensionsPlugin({ meshoptDecoder: MeshoptDecoder, dracoLoader: draco, metadata: false }),
  );
  tiles.addEventListener('load-root-tileset', () => {
    rootKnown = true;
  });
  tiles.addEventListener('load-error', (event) => {
    absent.push(String(event.url));
    rootKnown ||= event.tile === null;
  });
  const camera = lookDown(view);
  tiles.setCamera(camera);
  tiles.setResolution(camera, 1000, 1000);
  tiles.errorTarget = ERROR_METERS / ((2 * view.halfWidthMeters) / 1000);
  tiles.lruCache.maxBytesSize = Number.POSITIVE_INFINITY;
  tiles.lruCache.maxSize = Number.POSITIVE_INFINITY;
  await loadAll(tiles, () => rootKnown, signal);
  const meshes: Mesh[] = [];
  tiles.group.updateMatrixWorld(true);
  tiles.group.traverse((object: Object3D) => {
    if ('isMesh' in object) meshes.push(object as Mesh);
  });
  return {
    meshes,
    absent,
    dispose: () => {
      tiles.dispose();
      draco.dispose();
    },
  };
}
