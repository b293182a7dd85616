type Point = readonly [number, number];

function ringArea(ring: readonly Point[]): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i += 1) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[i + 1]!;
    twice += ax * by - bx * ay;
  }
  return Math.abs(twice) / 2;
}

/** Where a horizontal line crosses the rings, ascending. */
function crossings(rings: readonly (readonly Point[])[], y: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [ax, ay] = ring[i]!;
      const [bx, by] = ring[i + 1]!;
      if (ay > y !== by > y) found.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    }
  }
  return found.sort((a, b) => a - b);
}

/**
 * Place for the label of a zone: the middle of the widest stretch inside its largest part, on one of a few
 * horizontal lines through it. Always inside the zone, holes and concave outlines included.
 * @param polygons Closed rings, exterior first, any planar or degree frame.
 * @returns `null` for a zone without area.
 */
export function labelAnchor(polygons: readonly (readonly (readonly Point[])[])[]): [number, number] | null {
  let largest: readonly (readonly Point[])[] | null = null;
  let largestArea = 0;
  for (const rings of polygons) {
    const area = ringArea(rings[0] ?? []);
    if (area > largestArea) [largest, largestArea] = [rings, area];
  }
  const exterior = largest?.[0];
  if (!largest || !exterior) return null;
  const ys = exterior.map((point) => point[1]);
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  let best: { width: number; at: [number, number] } | null = null;
  for (const part of [0.5, 0.35, 0.65, 0.2, 0.8]) {
    const y = south + (north - south) * part;
    const xs = crossings(largest, y);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const width = xs[i + 1]! - xs[i]!;
      if (!best || width > best.width * 1.15) best = { width, at: [(xs[i]! + xs[i + 1]!) / 2, y] };
    }
  }
  return best?.at ?? null;
}
