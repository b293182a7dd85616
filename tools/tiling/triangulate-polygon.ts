import earcut from 'earcut';

/**
 * Triangulates a polygon with holes in the plane.
 * @param rings exterior first, open, any direction; points are [x, y].
 * @returns indices into the concatenated points, three per triangle, every triangle counter-clockwise; empty when the
 * polygon has no area.
 */
export function triangulatePolygon(rings: readonly (readonly (readonly [number, number])[])[]): number[] {
  const flat: number[] = [];
  const holes: number[] = [];
  for (const [index, ring] of rings.entries()) {
    if (index > 0) holes.push(flat.length / 2);
    for (const [x, y] of ring) flat.push(x, y);
  }
  const triangles = earcut(flat, holes.length > 0 ? holes : undefined, 2);
  const kept: number[] = [];
  for (let at = 0; at + 2 < triangles.length; at += 3) {
    const [a, b, c] = [triangles[at]!, triangles[at + 1]!, triangles[at + 2]!];
    const area =
      (flat[b * 2]! - flat[a * 2]!) * (flat[c * 2 + 1]! - flat[a * 2 + 1]!) -
      (flat[c * 2]! - flat[a * 2]!) * (flat[b * 2 + 1]! - flat[a * 2 + 1]!);
    if (area > 0) kept.push(a, b, c);
    else if (area < 0) kept.push(a, c, b);
  }
  return kept;
}
