import { countBays, type FacadePoint } from './facade.ts';
import type { LocalPoint } from './local-frame.ts';
import { appendFlatPiece, type TileMesh } from './tile-mesh.ts';
import { triangulatePolygon } from './triangulate-polygon.ts';

/** Area vector of a ring (Newell's method): direction = normal by the right-hand rule, length = twice the area. */
function areaVector(ring: readonly LocalPoint[]): LocalPoint {
  const sum: LocalPoint = [0, 0, 0];
  const origin = ring[0] ?? [0, 0, 0];
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [ax, ay, az] = [ring[j]![0] - origin[0], ring[j]![1] - origin[1], ring[j]![2] - origin[2]];
    const [bx, by, bz] = [ring[i]![0] - origin[0], ring[i]![1] - origin[1], ring[i]![2] - origin[2]];
    sum[0] += ay * bz - az * by;
    sum[1] += az * bx - ax * bz;
    sum[2] += ax * by - ay * bx;
  }
  return sum;
}

/** Two unit vectors that span the plane of a unit normal, so that (u, v, normal) is right-handed. */
function planeBasis(normal: LocalPoint): { u: LocalPoint; v: LocalPoint } {
  const [nx, ny, nz] = normal;
  const helper: LocalPoint = Math.abs(nz) > 0.9 ? [1, 0, 0] : [0, 0, 1];
  const raw: LocalPoint = [
    helper[1] * nz - helper[2] * ny,
    helper[2] * nx - helper[0] * nz,
    helper[0] * ny - helper[1] * nx,
  ];
  const length = Math.hypot(...raw);
  const u: LocalPoint = [raw[0] / length, raw[1] / length, raw[2] / length];
  return { u, v: [ny * u[2] - nz * u[1], nz * u[0] - nx * u[2], nx * u[1] - ny * u[0]] };
}

/** What the walls of a building are divided into: where its storeys begin, metres up in the frame, and how high they are. */
export interface StoreyGrid {
  baseUpMeters: number;
  storeyHeightMeters: number;
}

/** Steeper than about 70° counts as a wall. */
const STEEPEST_ROOF_NORMAL = 0.34;

/** Divides a wall: bays along its horizontal extent, storeys from the base of the building. */
function divideWall(points: readonly LocalPoint[], normal: LocalPoint, grid: StoreyGrid): FacadePoint[] {
  const level = Math.hypot(normal[0], normal[1]);
  if (level === 0 || Math.abs(normal[2]) > STEEPEST_ROOF_NORMAL) return [];
  const across = points.map(([x, y]) => (-normal[1] * x + normal[0] * y) / level);
  const storeys = points.map(([, , up]) => (up - grid.baseUpMeters) / grid.storeyHeightMeters);
  const [first, last] = [Math.min(...across), Math.max(...across)];
  const [bottomStorey, topStorey] = [Math.min(...storeys), Math.max(...storeys)];
  const partOf = (value: number, from: number, to: number): number => (to > from ? (value - from) / (to - from) : 0);
  return points.map((_, index) => ({
    along: partOf(across[index]!, first, last),
    up: partOf(storeys[index]!, bottomStorey, topStorey),
    bays: countBays(last - first),
    bottomStorey,
    topStorey,
  }));
}

/** Smallest surface that is drawn, square metres. */
const MIN_AREA = 1e-4;

/**
 * Appends one planar polygon in space, triangulated in its own plane.
 * @param rings exterior first, open, counter-clockwise seen from outside; nearly planar is good enough.
 * @param grid storeys of the building; `null` for elements without.
 * @returns false when the polygon has next to no area (< 1 cm²) or cannot be triangulated; nothing is appended then.
 */
export function appendSurface(
  mesh: TileMesh,
  featureId: number,
  rings: readonly (readonly LocalPoint[])[],
  grid: StoreyGrid | null,
): boolean {
  const exterior = rings[0];
  if (!exterior || exterior.length < 3) return false;
  const vector = areaVector(exterior);
  const length = Math.hypot(...vector);
  if (length / 2 < MIN_AREA) return false;
  const normal: LocalPoint = [vector[0] / length, vector[1] / length, vector[2] / length];
  const { u, v } = planeBasis(normal);
  const origin = exterior[0]!;
  const onPlane = (p: LocalPoint): [number, number] => {
    const [dx, dy, dz] = [p[0] - origin[0], p[1] - origin[1], p[2] - origin[2]];
    return [dx * u[0] + dy * u[1] + dz * u[2], dx * v[0] + dy * v[1] + dz * v[2]];
  };
  const usable = rings.filter((ring) => ring.length >= 3);
  const triangles = triangulatePolygon(usable.map((ring) => ring.map(onPlane)));
  if (triangles.length === 0) return false;
  const points = usable.flat();
  appendFlatPiece(mesh, featureId, points, normal, triangles, grid ? divideWall(points, normal, grid) : []);
  return true;
}
