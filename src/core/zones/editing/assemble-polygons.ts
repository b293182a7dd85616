import Flatbush from 'flatbush';
import { isPointInPolygon } from '../../geometry/point-in-polygon.ts';
import { measureSignedArea } from '../../geometry/signed-area.ts';
import { traceFaces } from './trace-faces.ts';

type Point = readonly [number, number];

interface Loop {
  points: Point[];
  area: number;
}

/** Cuts a walk into loops that pass no vertex twice. */
function cutLoops(walk: readonly Point[]): Loop[] {
  const loops: Loop[] = [];
  const stack: Point[] = [];
  const places = new Map<string, number>();
  const take = (points: Point[]) => {
    const area = measureSignedArea(points);
    if (area !== 0) loops.push({ points, area });
  };
  for (const point of walk) {
    const key = `${point[0]},${point[1]}`;
    const before = places.get(key);
    if (before !== undefined) {
      const loop = stack.splice(before);
      for (const [x, y] of loop) places.delete(`${x},${y}`);
      take(loop);
    }
    places.set(key, stack.length);
    stack.push(point);
  }
  take(stack);
  return loops;
}

function boxOf(points: readonly Point[]): [number, number, number, number] {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return [minX, minY, maxX, maxY];
}

/** Gives every hole to the smallest exterior around it. */
function placeHoles(polygons: Loop[][], holes: readonly Loop[]): void {
  if (polygons.length === 0 || holes.length === 0) return;
  const tree = new Flatbush(polygons.length);
  for (const [exterior] of polygons) tree.add(...boxOf(exterior!.points));
  tree.finish();
  const exteriors = polygons.map(([exterior]) => exterior!);
  for (const hole of holes) {
    const [a, b] = [hole.points[0]!, hole.points[1]!];
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const around = tree
      .search(middle[0], middle[1], middle[0], middle[1])
      .filter((index) => isPointInPolygon(middle, [[exteriors[index]!.points]]))
      .sort((i, j) => exteriors[i]!.area - exteriors[j]!.area);
    if (around.length > 0) polygons[around[0]!]!.push(hole);
  }
}

/**
 * Makes polygons of edges that have their inside on the left: rings that touch themselves fall into simple rings, an
 * inside that a touching hole cuts in two becomes two polygons, holes go to the exterior around them.
 * @param edges Whole numbers; they meet in their ends only. A line with inside on both sides is given in both directions.
 * @returns Polygons, exterior first, exteriors counter-clockwise, holes clockwise, open rings.
 */
export function assemblePolygons(edges: readonly (readonly [Point, Point])[]): Point[][][] {
  const polygons: Loop[][] = [];
  const holes: Loop[] = [];
  for (const walk of traceFaces(edges)) {
    const loops = cutLoops(walk);
    const exteriors = loops.filter(({ area }) => area > 0);
    const inner = loops.filter(({ area }) => area < 0);
    for (const exterior of exteriors) polygons.push([exterior]);
    if (exteriors.length === 1) polygons.at(-1)!.push(...inner);
    else holes.push(...inner);
  }
  placeHoles(polygons, holes);
  return polygons.map((polygon) => polygon.map(({ points }) => points));
}
