import { type FacadePoint, packFacade } from './facade.ts';
import type { LocalPoint } from './local-frame.ts';

/** Triangles of one tile in the frame of the tile (east, north, up, metres), flat-shaded, with a feature id per vertex. */
export interface TileMesh {
  /** x y z per vertex. */
  positions: number[];
  /** Unit normal per vertex, pointing out of the solid. */
  normals: number[];
  /** Index in the tile's property table, per vertex. */
  featureIds: number[];
  /** Three and two numbers per vertex as `packFacade` makes them. */
  walls: number[];
  storeys: number[];
  /** Three vertex indices per triangle, counter-clockwise seen from outside. */
  indices: number[];
}

/** An empty mesh. */
export function createTileMesh(): TileMesh {
  return { positions: [], normals: [], featureIds: [], walls: [], storeys: [], indices: [] };
}

/**
 * Appends a flat piece: points that share a normal, and triangles that index them.
 * @param facade per point, for walls; left out for roofs and whatever has no storeys.
 * @param triangles indices into `points`, three per triangle, counter-clockwise against the normal.
 */
export function appendFlatPiece(
  mesh: TileMesh,
  featureId: number,
  points: readonly LocalPoint[],
  normal: LocalPoint,
  triangles: readonly number[],
  facade: readonly FacadePoint[] = [],
): void {
  const first = mesh.featureIds.length;
  for (const [index, point] of points.entries()) {
    mesh.positions.push(point[0], point[1], point[2]);
    mesh.normals.push(normal[0], normal[1], normal[2]);
    mesh.featureIds.push(featureId);
    const { wall, storeys } = packFacade(facade[index] ?? null);
    mesh.walls.push(...wall);
    mesh.storeys.push(...storeys);
  }
  for (const index of triangles) mesh.indices.push(first + index);
}
