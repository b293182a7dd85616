import type { ProjectedXY } from '../../geometry/coordinates.ts';
import { nearestOnEdge } from './nearest-on-edge.ts';
import type { SnapIndex } from './snap-index.ts';

/** Ends of edges nearer than this meet; snapped points within it lie on an edge. */
const MEETING_METERS = 2e-3;

/** The search gives up after so many vertices: the two places are not joined, or too far apart to trace. */
const MOST_VERTICES = 20_000;

interface Reached {
  point: ProjectedXY;
  length: number;
  before: Reached | null;
}

const distance = (a: ProjectedXY, b: ProjectedXY) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const keyOf = ([x, y]: ProjectedXY) => `${Math.round(x / MEETING_METERS)},${Math.round(y / MEETING_METERS)}`;

function edgesAt({ edges, tree }: SnapIndex, point: ProjectedXY): [ProjectedXY, ProjectedXY][] {
  const [x, y] = point;
  const reach = MEETING_METERS;
  return (tree?.search(x - reach, y - reach, x + reach, y + reach) ?? []).flatMap(
    (edge): [ProjectedXY, ProjectedXY][] => {
      const a: ProjectedXY = [edges[edge * 4]!, edges[edge * 4 + 1]!];
      const b: ProjectedXY = [edges[edge * 4 + 2]!, edges[edge * 4 + 3]!];
      return nearestOnEdge(a, b, point).distance <= reach ? [[a, b]] : [];
    },
  );
}

/** Open places in order of least length so far plus straight way to the goal; a binary heap. */
function createQueue() {
  const heap: { cost: number; place: Reached }[] = [];
  const swap = (i: number, j: number) => {
    [heap[i], heap[j]] = [heap[j]!, heap[i]!];
  };
  return {
    push(cost: number, place: Reached) {
      heap.push({ cost, place });
      for (let at = heap.length - 1; at > 0 && heap[(at - 1) >> 1]!.cost > heap[at]!.cost; at = (at - 1) >> 1) {
        swap(at, (at - 1) >> 1);
      }
    },
    pop(): Reached | undefined {
      const first = heap[0]?.place;
      const last = heap.pop();
      if (heap.length === 0 || !last) return first;
      heap[0] = last;
      for (let at = 0; ; ) {
        const [left, right] = [at * 2 + 1, at * 2 + 2];
        let least = at;
        if (left < heap.length && heap[left]!.cost < heap[least]!.cost) least = left;
        if (right < heap.length && heap[right]!.cost < heap[least]!.cost) least = right;
        if (least === at) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}

function wayTo(place: Reached): ProjectedXY[] {
  const way: ProjectedXY[] = [];
  for (let at: Reached | null = place; at; at = at.before) way.push(at.point);
  return way.reverse();
}

/**
 * Follows existing edges between two snapped places along the shortest way: around the shorter side of an outline,
 * along boundaries that zones share, through the streets.
 * @param from Metres of the project CRS, on an edge of the index (2 mm), as `to`.
 * @returns Vertices between the two, both left out, maybe none; `null` when one lies on no edge, when no edges join
 * them, or when more than 20,000 vertices would have to be looked at. Edges meet where ends are within 2 mm.
 * Source: A* search (Hart, Nilsson, Raphael 1968).
 */
export function traceEdges(index: SnapIndex, from: ProjectedXY, to: ProjectedXY): ProjectedXY[] | null {
  if (edgesAt(index, to).length === 0) return null;
  const queue = createQueue();
  const settled = new Set<string>();
  queue.push(distance(from, to), { point: from, length: 0, before: null });
  for (let place = queue.pop(); place && settled.size < MOST_VERTICES; place = queue.pop()) {
    const { point, length } = place;
    if (distance(point, to) <= MEETING_METERS) return wayTo(place).slice(1, -1);
    const key = keyOf(point);
    if (settled.has(key)) continue;
    settled.add(key);
    const around = edgesAt(index, point);
    const reachesGoal = around.some(([a, b]) => nearestOnEdge(a, b, to).distance <= MEETING_METERS);
    for (const candidate of [...around.flat(), ...(reachesGoal ? [to] : [])]) {
      const reached = length + distance(point, candidate);
      if (!settled.has(keyOf(candidate))) {
        queue.push(reached + distance(candidate, to), { point: candidate, length: reached, before: place });
      }
    }
  }
  return null;
}
