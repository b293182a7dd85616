import type { MultiPolygon2 } from './coordinates.ts';
import type { Box2 } from './region.ts';
import { measureSignedArea } from './signed-area.ts';
import { areRingsSimple } from './simple-rings.ts';

/**
 * Polygons prepared to be laid over many boxes. Inside is where any polygon has an odd number of its rings around:
 * ring direction does not matter, holes are outside, overlapping polygons are one.
 */
export interface PlanarShape {
  /** Least and greatest x and y; least above greatest when there is no edge. */
  box: Box2;
  /** x, y of the lower and x, y of the upper end of every edge. */
  edges: Float64Array;
  /** Polygon of every edge, ascending. */
  parts: Uint32Array;
  /**
   * For every edge 1 when the inside begins right of it, −1 when it ends there, 0 when both sides are inside.
   * `null` when rings cross or touch, so that an edge has no one answer.
   */
  signs: Int8Array | null;
}

type Ring = readonly (readonly [number, number])[];

function isOddAround([x, y]: readonly [number, number], ring: Ring): boolean {
  let odd = false;
  for (let index = 0; index < ring.length; index += 1) {
    const [ax, ay] = ring[index]!;
    const [bx, by] = ring[(index + 1) % ring.length]!;
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) odd = !odd;
  }
  return odd;
}

/** 1 for a ring that bounds the inside from without, −1 for a hole, 0 for one that lies inside another polygon. */
function roleOf(ring: Ring, polygon: number, polygons: readonly (readonly Ring[])[]): -1 | 0 | 1 {
  const at = ring[0]!;
  const isOdd = (rings: readonly Ring[]) =>
    rings.filter((other) => other !== ring && isOddAround(at, other)).length % 2 === 1;
  if (polygons.some((rings, index) => index !== polygon && isOdd(rings))) return 0;
  return isOdd(polygons[polygon]!) ? -1 : 1;
}

/**
 * Prepares polygons; rings with fewer than three positions are left out.
 * @param polygons Any planar frame; rings closed or open, any direction; may be empty.
 */
export function prepareShape(polygons: MultiPolygon2): PlanarShape {
  const sound = polygons.map((polygon) => polygon.filter((ring) => ring.length >= 3));
  const simple = areRingsSimple(sound.flat());
  const edges: number[] = [];
  const parts: number[] = [];
  const signs: number[] = [];
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  sound.forEach((polygon, part) => {
    for (const ring of polygon) {
      const turns = simple ? Math.sign(measureSignedArea(ring)) * roleOf(ring, part, sound) : 0;
      for (let index = 0; index < ring.length; index += 1) {
        const [ax, ay] = ring[index]!;
        const [bx, by] = ring[(index + 1) % ring.length]!;
        if (ax === bx && ay === by) continue;
        if (ay <= by) edges.push(ax, ay, bx, by);
        else edges.push(bx, by, ax, ay);
        parts.push(part);
        // A ring that turns to the left has its inside left of the edges that go up.
        signs.push(ay <= by ? -turns : turns);
        box[0] = Math.min(box[0], ax);
        box[1] = Math.min(box[1], ay);
        box[2] = Math.max(box[2], ax);
        box[3] = Math.max(box[3], ay);
      }
    }
  });
  return {
    box,
    edges: Float64Array.from(edges),
    parts: Uint32Array.from(parts),
    signs: simple ? Int8Array.from(signs) : null,
  };
}
