import Flatbush from 'flatbush';
import type { EdgeJoints, SnapIndex } from './snap-index.ts';

/** Edges with their joints as flat numbers, to be handed from a worker to the page; fields as in `SnapIndex`. */
export interface PackedSnapIndex extends EdgeJoints {
  edges: Float64Array;
  kinds: Uint8Array;
  /** The search tree as Flatbush stores it; empty without an edge. */
  tree: Uint8Array;
}

/** Flattens edges for the way between worker and page; nothing is copied. */
export function packSnapIndex({ edges, kinds, tree, joints }: Required<SnapIndex>): PackedSnapIndex {
  return { edges, kinds, tree: tree ? new Uint8Array(tree.data as ArrayBuffer) : new Uint8Array(0), ...joints };
}

/** Makes flattened edges searchable again; nothing is copied or built. */
export function unpackSnapIndex({ edges, kinds, tree, ...joints }: PackedSnapIndex): SnapIndex {
  return { edges, kinds, tree: tree.length > 0 ? Flatbush.from(tree.buffer, tree.byteOffset) : null, joints };
}
