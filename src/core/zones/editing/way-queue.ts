/** Open places of a search in order of cost: a binary heap of numbers. */
export interface WayQueue {
  push(cost: number, node: number): void;
  /** Takes the cheapest place out; `null` when there is none. */
  pop(): number | null;
}

/**
 * Creates an empty queue; places may be pushed again at a lower cost.
 * Source: binary heap (Williams 1964).
 */
export function createWayQueue(): WayQueue {
  const costs: number[] = [];
  const nodes: number[] = [];
  const put = (at: number, cost: number, node: number) => {
    costs[at] = cost;
    nodes[at] = node;
  };
  const sink = (cost: number, node: number) => {
    let at = 0;
    for (let child = 1; child < costs.length; child = at * 2 + 1) {
      if (child + 1 < costs.length && costs[child + 1]! < costs[child]!) child += 1;
      if (costs[child]! >= cost) break;
      put(at, costs[child]!, nodes[child]!);
      at = child;
    }
    put(at, cost, node);
  };
  return {
    push(cost, node) {
      let at = costs.length;
      for (let above = (at - 1) >> 1; at > 0 && costs[above]! > cost; above = (at - 1) >> 1) {
        put(at, costs[above]!, nodes[above]!);
        at = above;
      }
      put(at, cost, node);
    },
    pop() {
      const first = nodes[0];
      if (first === undefined) return null;
      const [cost, node] = [costs.pop()!, nodes.pop()!];
      if (costs.length > 0) sink(cost, node);
      return first;
    },
  };
}
