type Point = readonly [number, number];

interface Edge {
  from: Point;
  to: Point;
  used: boolean;
}

const keyOf = ([x, y]: Point) => `${x},${y}`;

/** Angle from the way back, clockwise, in (0, 2π]. */
function turnFrom(back: Point, at: Point, to: Point): number {
  const angle = Math.atan2(back[1] - at[1], back[0] - at[0]) - Math.atan2(to[1] - at[1], to[0] - at[0]);
  return angle > 0 ? angle : angle + 2 * Math.PI;
}

/**
 * Walks around every face that lies left of the edges of rings, so that the inside along one walk hangs together.
 * @param ends From and to of every edge; edges meet in their ends only. A line both of whose sides are inside is given
 * in both directions.
 * @returns Walks: positions in order, the first not repeated; a walk passes a vertex several times where it touches itself.
 */
export function traceFaces(ends: readonly (readonly [Point, Point])[]): Point[][] {
  const edges = ends.map(([from, to]): Edge => ({ from, to, used: false }));
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = keyOf(edge.from);
    const known = leaving.get(key);
    if (known) known.push(edge);
    else leaving.set(key, [edge]);
  }
  const walks: Point[][] = [];
  for (const first of edges) {
    if (first.used) continue;
    const walk: Point[] = [];
    let edge: Edge | undefined = first;
    while (edge && !edge.used) {
      edge.used = true;
      walk.push(edge.from);
      const { from, to }: Edge = edge;
      const ways: Edge[] = (leaving.get(keyOf(to)) ?? []).filter((way) => !way.used || way === first);
      edge = ways.reduce<Edge | undefined>(
        (best, way) => (!best || turnFrom(from, to, way.to) < turnFrom(from, to, best.to) ? way : best),
        undefined,
      );
    }
    walks.push(walk);
  }
  return walks;
}
