import type { LocalPoint } from './local-frame.ts';

/** Triangles of one tile in the frame of the tile (east, north, up, metres), flat-shaded, with a feature id per vertex. */
export interface TileMesh {
  /** x y z per vertex. */
  positions: number[];
  /** Unit normal per vertex, pointing out of the solid. */
  normals: number[];
  /** Index in the tile's property table, per vertex. */
  featureIds: number[];
  /** Three vertex indices per triangle, counter-clockwise seen from outside. */
  indices: number[];
}

/** An empty mesh. */
export function createTileMesh(): TileMesh {
  return { positions: [], normals: [], featureIds: [], indices: [] };
}

/**
 * Appends a flat piece: points that share a normal, and triangles that index them.
 * @param triangles indices into `points`, three per triangle, counter-clockwise against the normal.
 */
export function appendFlatPiece(
  mesh: TileMesh,
  featureId: number,
  points: readonly LocalPoint[],
  normal: LocalPoint,
  triangles: readonly number[],
): void {
  const first = mesh.featureIds.length;
  for (const point of points) {
    mesh.positions.push(point[0], point[1], point[2]);
    mesh.normals.push(normal[0], normal[1], normal[2]);
    mesh.featureIds.push(featureId);
  }
  for (const index of triangles) mesh.indices.push(first + index);
}
