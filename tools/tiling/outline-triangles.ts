import polygonClipping from 'polygon-clipping';
import type { MultiPolygon2 } from '../../src/core/geometry/coordinates.ts';
import { createDisjointSets } from './disjoint-sets.ts';

type Point = [number, number];
type Ring = Point[];

/** Corners of projected triangles are taken as one point within this distance. */
const GRID_METERS = 0.001;
/** Pieces and holes below this area are slivers of rounding, not buildings. */
const SLIVER_SQUARE_METERS = 0.05;

interface PlanTriangle {
  corners: [Point, Point, Point];
  /** Positive when counter-clockwise seen from above. */
  area: number;
}

const snap = (value: number) => Math.round(value / GRID_METERS);
const keyOf = (point: Point) => `${snap(point[0])},${snap(point[1])}`;

function ringArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    sum += ring[j]![0] * ring[i]![1] - ring[i]![0] * ring[j]![1];
  }
  return sum / 2;
}

/** Triangles of the side that tells the plan best: for a closed body either side does, so the simpler one. */
function facingTriangles(plan: readonly PlanTriangle[]): PlanTriangle[] {
  const above = plan.filter((triangle) => triangle.area > 0);
  const below = plan
    .filter((triangle) => triangle.area < 0)
    .map(({ corners: [a, b, c], area }): PlanTriangle => ({ corners: [a, c, b], area: -area }));
  const sum = (triangles: readonly PlanTriangle[]) => triangles.reduce((total, triangle) => total + triangle.area, 0);
  const [areaAbove, areaBelow] = [sum(above), sum(below)];
  if (Math.abs(areaAbove - areaBelow) <= 0.001 * Math.max(areaAbove, areaBelow)) {
    return above.length <= below.length ? above : below;
  }
  if (areaBelow < 0.01 * areaAbove) return above;
  return areaAbove < 0.01 * areaBelow ? below : [...above, ...below];
}

/** Groups triangles that share an edge, running in opposite directions as in an orderly surface. */
function connectedGroups(triangles: readonly PlanTriangle[]): PlanTriangle[][] {
  const sets = createDisjointSets(triangles.length);
  const edges = new Map<string, number>();
  for (const [index, { corners }] of triangles.entries()) {
    for (let side = 0; side < 3; side += 1) {
      const [from, to] = [keyOf(corners[side]!), keyOf(corners[(side + 1) % 3]!)];
      const neighbour = edges.get(`${to}>${from}`);
      if (neighbour !== undefined) sets.join(index, neighbour);
      edges.set(`${from}>${to}`, index);
    }
  }
  return sets.groups().map((group) => group.map((index) => triangles[index]!));
}

/** Rings along the edges that only one triangle of a group has; `null` when they do not close. */
function boundaryRings(group: readonly PlanTriangle[]): Ring[] | null {
  const open = new Map<string, { from: string; to: string; point: Point }[]>();
  const count = new Map<string, number>();
  for (const { corners } of group) {
    for (let side = 0; side < 3; side += 1) {
      const edge = `${keyOf(corners[side]!)}>${keyOf(corners[(side + 1) % 3]!)}`;
      count.set(edge, (count.get(edge) ?? 0) + 1);
    }
  }
  for (const { corners } of group) {
    for (let side = 0; side < 3; side += 1) {
      const point = corners[side]!;
      const [from, to] = [keyOf(point), keyOf(corners[(side + 1) % 3]!)];
      const opposite = count.get(`${to}>${from}`) ?? 0;
      if ((count.get(`${from}>${to}`) ?? 0) > 1 || opposite > 1) return null;
      if (opposite > 0 || from === to) continue;
      const list = open.get(from);
      if (list) list.push({ from, to, point });
      else open.set(from, [{ from, to, point }]);
    }
  }
  const rings: Ring[] = [];
  for (const start of open.keys()) {
    for (let edge = open.get(start)?.pop(); edge; edge = open.get(start)?.pop()) {
      const ring: Ring = [edge.point];
      while (edge.to !== start) {
        edge = open.get(edge.to)?.pop();
        if (!edge) return null;
        ring.push(edge.point);
      }
      rings.push(ring);
    }
  }
  return rings;
}

function holds(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [a, b] = [ring[j]!, ring[i]!];
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

function groupPolygons(group: readonly PlanTriangle[]): Ring[][] {
  const rings = boundaryRings(group);
  const singly = () => group.map(({ corners }): Ring[] => [corners]);
  if (!rings) return singly();
  const outers = rings.filter((ring) => ringArea(ring) > 0);
  const holes = rings.filter((ring) => ringArea(ring) < 0);
  const polygons = outers.map((outer): Ring[] => [outer]);
  for (const hole of holes) {
    const middle: Point = [(hole[0]![0] + hole[1]![0]) / 2, (hole[0]![1] + hole[1]![1]) / 2];
    const owner = polygons.length === 1 ? polygons[0] : polygons.find((polygon) => holds(polygon[0]!, middle));
    if (!owner) return singly();
    owner.push(hole);
  }
  return polygons;
}

interface BoxedPolygon {
  rings: Ring[];
  box: [minX: number, minY: number, maxX: number, maxY: number];
}

function boxed(rings: Ring[]): BoxedPolygon {
  const box: BoxedPolygon['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of rings[0] ?? []) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return { rings, box };
}

/** Groups polygons that may touch, by their boxes: a union costs more than its share in a crowd. */
function clusters(polygons: readonly Ring[][]): Ring[][][] {
  const sorted = polygons.map(boxed).sort((a, b) => a.box[0] - b.box[0]);
  const sets = createDisjointSets(sorted.length);
  let active: number[] = [];
  for (const [index, { box }] of sorted.entries()) {
    active = active.filter((other) => sorted[other]!.box[2] >= box[0]);
    for (const other of active) {
      const [, low, , high] = sorted[other]!.box;
      if (low <= box[3] && high >= box[1]) sets.join(index, other);
    }
    active.push(index);
  }
  return sets.groups().map((group) => group.map((index) => sorted[index]!.rings));
}

function uniteCluster(polygons: Ring[][]): Ring[][] {
  const [first, ...rest] = polygons;
  if (!first) return [];
  try {
    return polygonClipping.union(first, ...rest);
  } catch {
    // The sweep fails on some nearly touching edges; rounded to centimetres they touch.
    const round = (value: number) => Math.round(value * 100) / 100;
    const [one, ...others] = polygons.map((rings) =>
      rings.map((ring) => ring.map(([x, y]): Point => [round(x), round(y)])),
    );
    try {
      return polygonClipping.union(one!, ...others);
    } catch {
      return [];
    }
  }
}

function tidy(united: readonly Ring[][], originX: number, originY: number): MultiPolygon2 {
  const place = (ring: readonly Point[]): Ring =>
    ring.map(([x, y]) => [Math.round((x + originX) * 1000) / 1000, Math.round((y + originY) * 1000) / 1000]);
  const large = (ring: readonly Point[]) => Math.abs(ringArea(ring)) >= SLIVER_SQUARE_METERS;
  const kept = united.filter(([outer]) => outer && large(outer));
  return kept.map(([outer, ...holes]) => [place(outer!), ...holes.filter(large).map(place)]);
}

/**
 * Outline of a mesh seen from above: the union of its triangles projected down, slivers below 0.05 m² removed.
 * @param corners x y z per corner, nine numbers per triangle, metres of the project CRS.
 * @returns closed rings, exterior counter-clockwise; empty when the mesh covers no ground (a wall, a point).
 */
export function outlineTriangles(corners: readonly number[]): MultiPolygon2 {
  const [originX, originY] = [corners[0] ?? 0, corners[1] ?? 0];
  const plan: PlanTriangle[] = [];
  for (let at = 0; at + 8 < corners.length; at += 9) {
    const point = (offset: number): Point => [
      snap(corners[at + offset]! - originX) * GRID_METERS,
      snap(corners[at + offset + 1]! - originY) * GRID_METERS,
    ];
    const triangle: [Point, Point, Point] = [point(0), point(3), point(6)];
    const area = ringArea(triangle);
    if (Math.abs(area) > GRID_METERS * GRID_METERS) plan.push({ corners: triangle, area });
  }
  const polygons = connectedGroups(facingTriangles(plan)).flatMap(groupPolygons);
  return tidy(clusters(polygons).flatMap(uniteCluster), originX, originY);
}
