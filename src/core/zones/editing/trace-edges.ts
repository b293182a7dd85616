import type { ProjectedXY } from '../../geometry/coordinates.ts';
import { createEdgeGraph, type EdgeGraph } from './edge-graph.ts';
import type { SnapIndex } from './snap-index.ts';
import { createWayQueue } from './way-queue.ts';

/** The search gives up after so many nodes: the two places are not joined, or too far apart to trace. */
const MOST_NODES = 3000;
/** Where edges meet is known beforehand: the search is faster. */
const MOST_KNOWN_NODES = 60_000;

/** What searches over an index keep: its joints, and a line per node that counts when its turn is the present one. */
interface Board {
  graph: EdgeGraph;
  lengths: Float64Array;
  before: Int32Array;
  /** Turn in which the node was reached, and in which it was settled. */
  reached: Uint32Array;
  settled: Uint32Array;
  turn: number;
}

const boards = new WeakMap<SnapIndex, Board>();

function boardOf(index: SnapIndex): Board {
  const known = boards.get(index);
  if (known) return known;
  // Two lines more than there are nodes: the place where the way begins, and where it ends.
  const lines = index.kinds.length * 2 + 2;
  const board = {
    graph: createEdgeGraph(index),
    lengths: new Float64Array(lines),
    before: new Int32Array(lines),
    reached: new Uint32Array(lines),
    settled: new Uint32Array(lines),
    turn: 0,
  };
  boards.set(index, board);
  return board;
}

function search(index: SnapIndex, from: ProjectedXY, to: ProjectedXY, goal: ReadonlySet<number>): ProjectedXY[] | null {
  const board = boardOf(index);
  const { graph, lengths, before, reached, settled } = board;
  const { edges } = index;
  const [start, end] = [lengths.length - 2, lengths.length - 1];
  const xOf = (node: number) => (node === start ? from[0] : node === end ? to[0] : edges[node * 2]!);
  const yOf = (node: number) => (node === start ? from[1] : node === end ? to[1] : edges[node * 2 + 1]!);
  board.turn += 1;
  const { turn } = board;
  const queue = createWayQueue();
  let place = start;
  const offer = (node: number) => {
    if (settled[node] === turn) return;
    const [x, y] = [xOf(node), yOf(node)];
    const length = lengths[place]! + Math.hypot(x - xOf(place), y - yOf(place));
    if (reached[node] === turn && length >= lengths[node]!) return;
    reached[node] = turn;
    lengths[node] = length;
    before[node] = place;
    queue.push(length + Math.hypot(x - to[0], y - to[1]), node);
  };
  const goOn = (edge: number) => {
    if (goal.has(edge)) offer(end);
    graph.tellNodes(edge, offer);
  };
  lengths[start] = 0;
  graph.edgesAt(from).forEach(goOn);
  const most = index.joints ? MOST_KNOWN_NODES : MOST_NODES;
  for (let count = 0; count < most; ) {
    const next = queue.pop();
    if (next === null) return null;
    if (settled[next] === turn) continue;
    settled[next] = turn;
    place = next;
    count += 1;
    if (place === end) return wayBack(before, start, end, (node) => [xOf(node), yOf(node)]);
    graph.tellEdges(place, goOn);
  }
  return null;
}

function wayBack(
  before: Int32Array,
  start: number,
  end: number,
  pointOf: (node: number) => ProjectedXY,
): ProjectedXY[] {
  const way: ProjectedXY[] = [];
  for (let node = before[end]!; node !== start; node = before[node]!) way.push(pointOf(node));
  return way.reverse();
}

/**
 * Follows existing edges between two snapped places along the shortest way: around the shorter side of an outline,
 * along boundaries that zones share, through the streets.
 * @param from Metres of the project CRS, on an edge of the index (2 mm), as `to`.
 * @returns Vertices between the two, both left out, maybe none; `null` when one lies on no edge, when no edges join
 * them, or when the search would pass 3,000 nodes, 60,000 where the index knows its joints. Edges meet where an end of
 * one lies within 2 mm of the other; `indexStreets` cuts streets where they cross.
 * Limits: in a city of 100,000 street edges 2 ms in the middle, 37 ms at worst, from corner to corner; an outline whose
 * joints are not known, 1 ms within 2 km, 50 ms when it is given up.
 * Source: A* search (Hart, Nilsson, Raphael 1968).
 */
export function traceEdges(index: SnapIndex, from: ProjectedXY, to: ProjectedXY): ProjectedXY[] | null {
  const goal = new Set(boardOf(index).graph.edgesAt(to));
  return goal.size === 0 ? null : search(index, from, to, goal);
}
