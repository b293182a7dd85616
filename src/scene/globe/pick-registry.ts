import type { ScenePick } from '../../core/city/scene-pick.ts';
import type { GeodeticPosition } from '../../core/geometry/coordinates.ts';

/** Turns what the engine hit into plain data, or `null` when it is not this layer's. */
export type PickResolver = (hit: unknown, position: GeodeticPosition | null) => ScenePick | null;

/** The layers of the globe that can be picked; each registers how its hits are told and gets its remover. */
export class PickRegistry {
  readonly #resolvers = new Set<PickResolver>();

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
