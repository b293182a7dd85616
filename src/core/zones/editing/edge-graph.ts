import type { ProjectedXY } from '../../geometry/coordinates.ts';
import { nearestOnEdge } from './nearest-on-edge.ts';
import type { EdgeJoints, SnapIndex } from './snap-index.ts';

/** Ends of edges nearer than this meet; a point within it lies on an edge. Metres. */
export const MEETING_METERS = 2e-3;

/** Where edges meet. A node is named by one of the ends that meet in it: edge × 2, + 1 for the far end. */
export interface EdgeGraph {
  /** Edges that pass through a place, ends included. */
  edgesAt(at: ProjectedXY): number[];
  /** Tells the edges that pass through a node. */
  tellEdges(node: number, tell: (edge: number) => void): void;
  /** Tells the nodes on an edge, in no order: its two ends, and the ends of others that lie on it. */
  tellNodes(edge: number, tell: (node: number) => void): void;
}

const pointOfEnd = ({ edges }: SnapIndex, end: number): ProjectedXY => [edges[end * 2]!, edges[end * 2 + 1]!];

function edgesThrough(index: SnapIndex, at: ProjectedXY): number[] {
  const [x, y] = at;
  const reach = MEETING_METERS;
  const near = index.tree?.search(x - reach, y - reach, x + reach, y + reach) ?? [];
  return near.filter(
    (edge) => nearestOnEdge(pointOfEnd(index, edge * 2), pointOfEnd(index, edge * 2 + 1), at).distance <= reach,
  );
}

/** Works out what a search comes across, and keeps it. */
function exploreEdges(index: SnapIndex): EdgeGraph {
  const nodeOf = new Int32Array(index.kinds.length * 2).fill(-1);
  const edgesOfNode = new Map<number, number[]>();
  const nodesOfEdge = new Map<number, number[]>();
  const nodeAt = (end: number): number => {
    const known = nodeOf[end]!;
    if (known >= 0) return known;
    const at = pointOfEnd(index, end);
    const through = edgesThrough(index, at);
    const meeting = through
      .flatMap((edge) => [edge * 2, edge * 2 + 1])
      .filter((other) => {
        const [x, y] = pointOfEnd(index, other);
        return nodeOf[other] === -1 && Math.hypot(x - at[0], y - at[1]) <= MEETING_METERS;
      });
    for (const other of meeting) nodeOf[other] = end;
    nodeOf[end] = end;
    edgesOfNode.set(end, through);
    return end;
  };
  const nodesOn = (edge: number): number[] => {
    const [a, b] = [pointOfEnd(index, edge * 2), pointOfEnd(index, edge * 2 + 1)];
    const reach = MEETING_METERS;
    const near =
      index.tree?.search(
        Math.min(a[0], b[0]) - reach,
        Math.min(a[1], b[1]) - reach,
        Math.max(a[0], b[0]) + reach,
        Math.max(a[1], b[1]) + reach,
      ) ?? [];
    const ends = near
      .flatMap((other) => [other * 2, other * 2 + 1])
      .filter((end) => end >> 1 === edge || nearestOnEdge(a, b, pointOfEnd(index, end)).distance <= reach);
    return [...new Set(ends.map(nodeAt))];
  };
  return {
    edgesAt: (at) => edgesThrough(index, at),
    tellEdges: (node, tell) => edgesOfNode.get(node)?.forEach(tell),
    tellNodes(edge, tell) {
      const known = nodesOfEdge.get(edge) ?? nodesOn(edge);
      nodesOfEdge.set(edge, known);
      known.forEach(tell);
    },
  };
}

function readJoints(index: SnapIndex, { nodeOf, starts, edgesAt }: EdgeJoints): EdgeGraph {
  return {
    edgesAt: (at) => edgesThrough(index, at),
    tellEdges(node, tell) {
      for (let at = starts[node]!; at < starts[node + 1]!; at += 1) tell(edgesAt[at]!);
    },
    tellNodes(edge, tell) {
      tell(nodeOf[edge * 2]!);
      tell(nodeOf[edge * 2 + 1]!);
    },
  };
}

/**
 * Tells where edges meet: from the joints of the index when it has them, else found as a search comes across them.
 * Ends within 2 mm meet, and an end within 2 mm of an edge lies on it; edges that cross do not meet.
 */
export function createEdgeGraph(index: SnapIndex): EdgeGraph {
  return index.joints ? readJoints(index, index.joints) : exploreEdges(index);
}

/** Edges between two pauses. */
const STEP_EDGES = 2048;

/**
 * Works out the joints of edges that meet in their ends alone; yields every few thousand edges.
 * Limits: about 0.3 s for 100,000 edges.
 */
export function* findJoints(index: SnapIndex): Generator<void, EdgeJoints> {
  const ends = index.kinds.length * 2;
  const nodeOf = new Int32Array(ends).fill(-1);
  const starts = new Uint32Array(ends + 1);
  for (let end = 0; end < ends; end += 1) {
    if (end % STEP_EDGES === 0) yield;
    if (nodeOf[end] === -1) {
      const at = pointOfEnd(index, end);
      for (const edge of edgesThrough(index, at)) {
        for (const other of [edge * 2, edge * 2 + 1]) {
          const [x, y] = pointOfEnd(index, other);
          if (nodeOf[other] === -1 && Math.hypot(x - at[0], y - at[1]) <= MEETING_METERS) nodeOf[other] = end;
        }
      }
      nodeOf[end] = end;
    }
    starts[nodeOf[end]! + 1]! += 1;
  }
  for (let end = 0; end < ends; end += 1) starts[end + 1]! += starts[end]!;
  const next = starts.slice();
  const edgesAt = new Uint32Array(ends);
  for (let end = 0; end < ends; end += 1) {
    const node = nodeOf[end]!;
    edgesAt[next[node]!] = end >> 1;
    next[node]! += 1;
  }
  return { nodeOf, starts, edgesAt };
}
