import type { Cesium3DTileset } from 'cesium';

/** What is left of a tileset that the engine cannot draw: without our shading, then nothing. */
export type TilesetLoss = 'shading' | 'all';

/** Steps in which the engine draws a primitive; an exception in one of them ends the whole frame. */
const STEPS = ['prePassesUpdate', 'update', 'updateForPass', 'postPassesUpdate'] as const;
type Step = (...passed: unknown[]) => void;

/** Keeps the failures of one tileset to itself: it loses its shading first, then it is left out. */
export class TilesetGuard {
  /** When a tile of it arrived last, milliseconds; what came last is the likeliest cause of a failure. */
  lastArrival = 0;
  #loss: TilesetLoss | null;
  readonly #tileset: Cesium3DTileset;
  readonly #onLoss: (loss: TilesetLoss, message: string) => void;
  readonly #forget: () => void;

  constructor(
    tileset: Cesium3DTileset,
    loss: TilesetLoss | null,
    isContextLost: () => boolean,
    onLoss: (loss: TilesetLoss, message: string) => void,
  ) {
    this.#tileset = tileset;
    this.#loss = loss;
    this.#onLoss = onLoss;
    // The engine declares these steps for itself only.
    const steps = tileset as unknown as Record<(typeof STEPS)[number], Step>;
    for (const name of STEPS) {
      const step = steps[name];
      steps[name] = (...passed) => {
        if (this.#loss === 'all') return;
        try {
          step.apply(tileset, passed);
        } catch (error) {
          if (isContextLost()) throw error;
          this.stepBack(error instanceof Error ? error.message : String(error));
        }
      };
    }
    this.#forget = tileset.tileLoad.addEventListener(() => {
      this.lastArrival = performance.now();
    });
  }

  get loss(): TilesetLoss | null {
    return this.#loss;
  }

  /** Leaves out the shading, the second time the tileset. */
  stepBack(message: string): void {
    this.#loss = this.#loss === null ? 'shading' : 'all';
    if (this.#loss === 'shading') this.#tileset.customShader = undefined;
    this.#onLoss(this.#loss, message);
  }

  dispose(): void {
    this.#forget();
  }
}

/** The tilesets of one globe, asked to step back when drawing stops and the engine does not tell whose fault it is. */
export class TilesetGuards {
  readonly #guards = new Set<TilesetGuard>();

  add(guard: TilesetGuard): () => void {
    this.#guards.add(guard);
    return () => this.#guards.delete(guard);
  }

  /** Takes the likeliest cause one step back: shading goes before content; false when nothing is left to try. */
  stepBack(message: string): boolean {
    const order = [...this.#guards].sort((a, b) => b.lastArrival - a.lastArrival);
    const next = order.find((each) => each.loss === null) ?? order.find((each) => each.loss === 'shading');
    next?.stepBack(message);
    return next !== undefined;
  }
}
