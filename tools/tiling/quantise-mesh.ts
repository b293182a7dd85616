import type { TileMesh } from './tile-mesh.ts';

/** A mesh as it is stored: integers, glTF axes (x east, y up, z south). */
export interface QuantisedMesh {
  /** Four 16-bit values per vertex: x, y, z and padding. */
  positions: Uint16Array;
  /** Four signed bytes per vertex: unit normal × 127 and padding. */
  normals: Int8Array;
  /** Two 16-bit values per vertex: feature id and padding. */
  featureIds: Uint16Array;
  /** Four bytes per vertex: the wall as `packFacade` makes it, and padding. */
  walls: Uint8Array;
  /** Two 16-bit values per vertex as `packFacade` makes them. */
  storeys: Uint16Array;
  indices: Uint16Array | Uint32Array;
  vertexCount: number;
  /** Corner of the grid in frame metres, glTF axes, and the width of one step. */
  origin: [number, number, number];
  stepMeters: number;
}

const STEPS = 65535;

function bounds(positions: readonly number[]): { min: [number, number, number]; max: [number, number, number] } {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < positions.length; at += 3) {
    for (const axis of [0, 1, 2] as const) {
      min[axis] = Math.min(min[axis], positions[at + axis]!);
      max[axis] = Math.max(max[axis], positions[at + axis]!);
    }
  }
  return { min, max };
}

/**
 * Rounds a mesh to a grid of 65,536 steps along its longest side, the same step on every axis so that normals stay
 * true. A 1.3 km tile has steps of 2 cm.
 * @param mesh not empty, at most 65,536 features.
 */
export function quantiseMesh(mesh: TileMesh): QuantisedMesh {
  const { min, max } = bounds(mesh.positions);
  const size = Math.max(max[0] - min[0], max[1] - min[1], max[2] - min[2]);
  const step = size > 0 ? size / STEPS : 1;
  const count = mesh.featureIds.length;
  const positions = new Uint16Array(count * 4);
  const normals = new Int8Array(count * 4);
  const featureIds = new Uint16Array(count * 2);
  const walls = new Uint8Array(count * 4);
  const origin: [number, number, number] = [min[0], min[2], -max[1]];
  for (let vertex = 0; vertex < count; vertex += 1) {
    const at = vertex * 3;
    positions[vertex * 4] = Math.round((mesh.positions[at]! - origin[0]) / step);
    positions[vertex * 4 + 1] = Math.round((mesh.positions[at + 2]! - origin[1]) / step);
    positions[vertex * 4 + 2] = Math.round((-mesh.positions[at + 1]! - origin[2]) / step);
    normals[vertex * 4] = Math.round(mesh.normals[at]! * 127);
    normals[vertex * 4 + 1] = Math.round(mesh.normals[at + 2]! * 127);
    normals[vertex * 4 + 2] = Math.round(-mesh.normals[at + 1]! * 127);
    for (const part of [0, 1, 2]) walls[vertex * 4 + part] = mesh.walls[at + part]!;
    featureIds[vertex * 2] = mesh.featureIds[vertex]!;
  }
  const indices = count <= STEPS ? Uint16Array.from(mesh.indices) : Uint32Array.from(mesh.indices);
  const storeys = Uint16Array.from(mesh.storeys);
  return { positions, normals, featureIds, walls, storeys, indices, vertexCount: count, origin, stepMeters: step };
}
