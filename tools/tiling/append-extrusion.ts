import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';
import { countBays } from './facade.ts';
import type { LocalPoint } from './local-frame.ts';
import { appendFlatPiece, type TileMesh } from './tile-mesh.ts';
import { triangulatePolygon } from './triangulate-polygon.ts';

/** Converts a point of the footprint's plane at a height above the ellipsoid into the tile's frame. */
export type PlaceOnTile = (x: number, y: number, heightMeters: number) => LocalPoint;

function signedArea(ring: readonly LocalPoint[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  }
  return sum / 2;
}

/** Storeys above the base of the building at the bottom and the top of what is extruded. */
export interface StoreySpan {
  bottom: number;
  top: number;
}

interface Walls {
  bottom: readonly LocalPoint[];
  top: readonly LocalPoint[];
  storeys: StoreySpan | null;
}

function appendWalls(mesh: TileMesh, featureId: number, { bottom, top, storeys }: Walls) {
  for (let i = 0, j = bottom.length - 1; i < bottom.length; j = i, i += 1) {
    const [a, b] = [bottom[j]!, bottom[i]!];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length === 0) continue;
    const normal: LocalPoint = [(b[1] - a[1]) / length, (a[0] - b[0]) / length, 0];
    const bays = countBays(length);
    const [bottomStorey, topStorey] = [storeys?.bottom ?? 0, storeys?.top ?? 0];
    const corner = (along: number, up: number) => ({ along, up, bays, bottomStorey, topStorey });
    const facade = storeys ? [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1)] : [];
    appendFlatPiece(mesh, featureId, [a, b, top[i]!, top[j]!], normal, [0, 1, 2, 0, 2, 3], facade);
  }
}

/**
 * Appends a footprint extruded between two heights (metres above the ellipsoid): roof and walls, no floor, since
 * nobody sees it. With `top === bottom` only the flat outline is appended.
 * @param storeys what the walls are divided into; `null` for elements without storeys.
 * @param footprint closed rings of any direction; holes become courtyards.
 */
export function appendExtrusion(
  mesh: TileMesh,
  featureId: number,
  footprint: MultiPolygon2,
  heights: { bottom: number; top: number },
  place: PlaceOnTile,
  storeys: StoreySpan | null,
): void {
  for (const polygon of footprint) {
    const rings = polygon.map((ring) => ring.slice(0, -1));
    const roofRings: LocalPoint[][] = [];
    for (const [index, ring] of rings.entries()) {
      let top: LocalPoint[] = [];
      let bottom: LocalPoint[] = [];
      for (const [x, y] of ring) {
        top.push(place(x, y, heights.top));
        bottom.push(place(x, y, heights.bottom));
      }
      const outer = index === 0;
      if (signedArea(top) > 0 !== outer) {
        top = top.reverse();
        bottom = bottom.reverse();
      }
      roofRings.push(top);
      if (heights.top > heights.bottom) appendWalls(mesh, featureId, { bottom, top, storeys });
    }
    const triangles = triangulatePolygon(roofRings.map((ring) => ring.map(([x, y]) => [x, y] as const)));
    appendFlatPiece(mesh, featureId, roofRings.flat(), [0, 0, 1], triangles);
  }
}
