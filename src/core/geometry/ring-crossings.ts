import Flatbush from 'flatbush';

type Point = readonly [number, number];

function orientation(a: Point, b: Point, c: Point): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function overlapOnLine(a: Point, b: Point, c: Point, d: Point): boolean {
  const axis = Math.abs(b[0] - a[0]) >= Math.abs(b[1] - a[1]) ? 0 : 1;
  const low = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
  const high = Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]));
  return high > low;
}

/** True when two segments cross inside both, or run along each other; a mere touch of end points is none. */
function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const abc = orientation(a, b, c);
  const abd = orientation(a, b, d);
  if (abc === 0 && abd === 0) return overlapOnLine(a, b, c, d);
  return abc * abd < 0 && orientation(c, d, a) * orientation(c, d, b) < 0;
}

/**
 * Tells whether the edges of a polygon cross or run along each other, within a ring or between rings.
 * @param rings Closed rings (first = last), any planar frame. Touching in a point is allowed.
 */
export function hasCrossings(rings: readonly (readonly Point[])[]): boolean {
  const segments: [Point, Point][] = [];
  for (const ring of rings) {
    for (let index = 0; index + 1 < ring.length; index += 1) segments.push([ring[index]!, ring[index + 1]!]);
  }
  if (segments.length < 3) return false;
  const tree = new Flatbush(segments.length);
  for (const [a, b] of segments) {
    tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  tree.finish();
  return segments.some(([a, b], index) => {
    const box: [number, number, number, number] = [
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
    ];
    const near = tree.search(...box, (other) => other > index);
    return near.some((other) => segmentsCross(a, b, segments[other]![0], segments[other]![1]));
  });
}
