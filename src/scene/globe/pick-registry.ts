import type { ScenePick } from '../../core/city/scene-pick.ts';
import type { GeodeticPosition } from '../../core/geometry/coordinates.ts';

/** Turns what the engine hit into plain data, or `null` when it is not this layer's. */
export type PickResolver = (hit: unknown, position: GeodeticPosition | null) => ScenePick | null;

/**
 * The layers of the globe that can be picked; each registers how its hits are told and gets its remover. A layer that
 * takes the pointer for itself pauses picking meanwhile: no click picks, nothing is hovered.
 */
export class PickRegistry {
  readonly #resolvers = new Set<PickResolver>();
  #pauses = 0;

  get isPaused(): boolean {
    return this.#pauses > 0;
  }

  /** No picks until the answer is called. */
  pause(): () => void {
    this.#pauses += 1;
    let resume = (): void => {
      this.#pauses -= 1;
      resume = () => {};
    };
    return () => resume();
  }

  register(resolver: PickResolver): () => void {
    this.#resolvers.add(resolver);
    return () => this.#resolvers.delete(resolver);
  }

  resolve(hit: unknown, position: GeodeticPosition | null): ScenePick | null {
    for (const resolver of this.#resolvers) {
      const pick = resolver(hit, position);
      if (pick) return pick;
    }
    return position ? { kind: 'ground', position } : null;
  }
}
