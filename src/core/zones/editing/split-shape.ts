import type { MultiPolygon2, ProjectedXY } from '../../geometry/coordinates.ts';
import { measurePlanArea } from '../../geometry/plan-area.ts';
import { isPointInPolygon } from '../../geometry/point-in-polygon.ts';
import { assemblePolygons } from './assemble-polygons.ts';
import { STEPS_PER_METER } from './clip-shapes.ts';
import { createGrid } from './grid.ts';
import { vertexKey } from './half-edges.ts';
import { nodeSegments, type Segment } from './node-segments.ts';

type Point = readonly [number, number];

/** Owner of the edges of the line. */
const LINE = -1;

const edgeKey = (a: Point, b: Point) => `${vertexKey(a)} ${vertexKey(b)}`;

/**
 * Cuts a shape along a line.
 * @param shape Valid polygons with open rings, metres of the project CRS.
 * @param line At least two positions; it must run across a polygon from edge to edge, or close a loop inside it. Parts
 * of it that end inside cut nothing. A line end within 0.15 mm of an edge lies on it.
 * @returns The pieces, largest first; polygons that the line leaves whole stay with the first. One piece when the
 * line cuts nothing. Together the pieces have the area of the shape but for rounding to 0.1 mm where the line meets edges.
 */
export function splitShape(shape: MultiPolygon2, line: readonly ProjectedXY[]): MultiPolygon2[] {
  const origin = shape[0]?.[0]?.[0];
  if (!origin || line.length < 2) return [shape];
  const grid = createGrid(origin, STEPS_PER_METER);
  const rings = shape.map((polygon) => polygon.map((ring) => grid.pathOf(ring)));
  const path = grid.pathOf(line, false);
  const noded = nodeSegments([
    ...rings.flatMap((polygon, owner) =>
      polygon.flatMap((ring) => ring.map((a, place): Segment => ({ a, b: ring[(place + 1) % ring.length]!, owner }))),
    ),
    ...path.slice(0, -1).map((a, place): Segment => ({ a, b: path[place + 1]!, owner: LINE })),
  ]);
  const owners = new Map<string, number>();
  for (const { a, b, owner } of noded) if (owner !== LINE) owners.set(edgeKey(a, b), owner);
  const seen = new Set<string>();
  const cuts = noded.filter(({ a, b, owner }) => {
    if (owner !== LINE) return false;
    const isNew = ![edgeKey(a, b), edgeKey(b, a)].some((key) => owners.has(key) || seen.has(key));
    seen.add(edgeKey(a, b));
    return isNew && isPointInPolygon([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], rings);
  });
  if (cuts.length === 0) return [shape];
  const edges = noded.filter(({ owner }) => owner !== LINE).map(({ a, b }): [Point, Point] => [a, b]);
  for (const { a, b } of cuts) edges.push([a, b], [b, a]);
  const polygons = assemblePolygons(edges);
  if (polygons.length === shape.length) return [shape];
  const owned = polygons.map((polygon) => {
    const ring = polygon[0]!;
    const at = ring.findIndex((_, place) => owners.has(keyBetween(ring, place)));
    return at < 0 ? -1 : owners.get(keyBetween(ring, at))!;
  });
  return groupPieces(grid.shapeOf(polygons), owned);
}

function keyBetween(ring: readonly Point[], place: number): string {
  return edgeKey(ring[place]!, ring[(place + 1) % ring.length]!);
}

/** Polygons that were cut stand alone; those that were not belong together. `owners`: polygon each was part of, −1 = cut out of the inside. */
function groupPieces(polygons: MultiPolygon2, owners: readonly number[]): MultiPolygon2[] {
  const isWhole = (index: number) =>
    owners[index]! >= 0 && owners.filter((owner) => owner === owners[index]).length === 1;
  const whole = polygons.filter((_, index) => isWhole(index));
  const cut = polygons.filter((_, index) => !isWhole(index)).map((polygon): MultiPolygon2 => [polygon]);
  const bySize = cut.sort((a, b) => measurePlanArea(b) - measurePlanArea(a));
  if (whole.length === 0) return bySize;
  const isIslandOnly = owners.every((owner, index) => owner < 0 || isWhole(index));
  if (isIslandOnly) return [whole, ...bySize];
  const [first, ...others] = bySize;
  return [[...first!, ...whole], ...others];
}
