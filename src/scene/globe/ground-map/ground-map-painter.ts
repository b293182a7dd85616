import type { MapTile } from './draw-map-tile.ts';
import type { GroundSources, MapAnswer, MapOrder } from './ground-map.worker.ts';

/** What could not be read of the base map's layers. */
export interface GroundMapFailure {
  layer: string;
  url: string;
  reason: string;
}

/** Most tiles drawn at once; beyond, the engine asks again in a later frame. */
const MOST_OPEN_TILES = 16;

/** Has tiles of the base map drawn beside the page. */
export class GroundMapPainter {
  readonly #worker: Worker;
  readonly #open = new Map<number, (image: ImageBitmap) => void>();
  #ticket = 0;

  constructor(
    sources: GroundSources,
    origin: readonly [lon: number, lat: number],
    onFailed: (failure: GroundMapFailure) => void,
  ) {
    this.#worker = new Worker(new URL('./ground-map.worker.ts', import.meta.url), {
      type: 'module',
      name: 'ground-map',
    });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<MapAnswer>) => {
      if (data.kind === 'failed') {
        onFailed(data);
        return;
      }
      this.#open.get(data.ticket)?.(data.image);
      this.#open.delete(data.ticket);
    });
    this.#send({ kind: 'sources', sources, origin });
  }

  /** A drawn tile; `undefined` when too many are on their way. */
  draw(tile: MapTile, level: number, theme: 'light' | 'dark'): Promise<ImageBitmap> | undefined {
    if (this.#open.size >= MOST_OPEN_TILES) return undefined;
    this.#ticket += 1;
    const ticket = this.#ticket;
    return new Promise((resolve) => {
      this.#open.set(ticket, resolve);
      this.#send({ kind: 'tile', ticket, tile, level, theme });
    });
  }

  dispose(): void {
    this.#open.clear();
    this.#worker.terminate();
  }

  #send(order: MapOrder): void {
    this.#worker.postMessage(order);
  }
}
