type Point = readonly [number, number];

/** How outward corners are drawn: an arc around the vertex, or prolonged edges (at most twice the distance out). */
export type OffsetCorners = 'round' | 'mitre';

/** How far the corners of a rounded outline may leave the true arc, as a part of the radius. */
const ARC_TOLERANCE = 1e-3;
const ARC_STEP = 2 * Math.acos(1 - ARC_TOLERANCE);

/** Prolonged edges that meet farther out than this many distances are cut short. */
const MITRE_LIMIT = 2;

/** Points of the arc around a centre from one offset to another, both included, turning by `angle`. */
export function arcPoints(centre: Point, start: Point, angle: number): Point[] {
  const steps = Math.max(1, Math.ceil(Math.abs(angle) / ARC_STEP));
  return Array.from({ length: steps + 1 }, (_, step): Point => {
    const turn = (angle * step) / steps;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    return [centre[0] + start[0] * cos - start[1] * sin, centre[1] + start[0] * sin + start[1] * cos];
  });
}

function normalOf(a: Point, b: Point, distance: number): Point {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  return [(dy / length) * distance, (-dx / length) * distance];
}

/** Outline around one vertex, from the offset of the edge before to that of the edge after. */
function cornerPoints(vertex: Point, before: Point, after: Point, distance: number, corners: OffsetCorners): Point[] {
  const cross = before[0] * after[1] - before[1] * after[0];
  const dot = before[0] * after[0] + before[1] * after[1];
  const at = (offset: Point): Point => [vertex[0] + offset[0], vertex[1] + offset[1]];
  const isOutward = cross * Math.sign(distance) > 0 || (cross === 0 && dot < 0);
  // Inward corners pass the vertex, so that the winding of what lies behind it is not positive.
  if (!isOutward) return cross === 0 ? [at(before)] : [at(before), vertex, at(after)];
  const squared = distance * distance;
  const reach = Math.sqrt((2 * squared) / (squared + dot));
  if (corners === 'mitre' && reach <= MITRE_LIMIT) {
    const scale = squared / (squared + dot);
    return [at([(before[0] + after[0]) * scale, (before[1] + after[1]) * scale])];
  }
  if (corners === 'mitre') return [at(before), at(after)];
  const angle = Math.atan2(cross, dot);
  return arcPoints(vertex, before, cross === 0 ? Math.sign(distance) * Math.PI : angle);
}

/**
 * The raw outline of a ring at a distance to its right; it may cross itself, and what it winds around
 * counter-clockwise more often than clockwise is the widened (narrowed) ring.
 * @param ring Open, without equal neighbours; counter-clockwise around an exterior, clockwise around a hole.
 * @param distance Positive to the right of the edges, in the unit of the ring.
 */
export function offsetRing(ring: readonly Point[], distance: number, corners: OffsetCorners): Point[] {
  const count = ring.length;
  const normals = ring.map((a, place) => normalOf(a, ring[(place + 1) % count]!, distance));
  return ring.flatMap((vertex, place) =>
    cornerPoints(vertex, normals[(place + count - 1) % count]!, normals[place]!, distance, corners),
  );
}
