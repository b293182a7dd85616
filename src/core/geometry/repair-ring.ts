import polygonClipping from 'polygon-clipping';
import type { MultiPolygon2 } from './coordinates.ts';
import { hasCrossings } from './ring-crossings.ts';
import { measureSignedArea } from './signed-area.ts';

type Point = [number, number];

/** What had to be mended in one polygon, counted. */
export interface RingRepairs {
  /** Rings whose last point was not their first. */
  closedRings: number;
  /** Points with a coordinate that is no number, left out. */
  invalidPoints: number;
  /** Points equal to the one before. */
  duplicatePoints: number;
  /** Rings with fewer than three distinct points or without area, left out. */
  droppedRings: number;
  /** 1 when edges crossed and the polygon was rebuilt. */
  selfIntersections: number;
}

/** Code of the issue that tells each kind of repair. */
export const REPAIR_CODES = {
  invalidPoints: 'geometry.invalidPoint',
  closedRings: 'geometry.unclosedRing',
  duplicatePoints: 'geometry.duplicatePoint',
  droppedRings: 'geometry.emptyRing',
  selfIntersections: 'geometry.selfIntersection',
} as const satisfies Record<keyof RingRepairs, string>;

/** A mended polygon: none, one or several polygons, exteriors counter-clockwise, holes clockwise, rings closed. */
export interface RepairedPolygon {
  polygons: MultiPolygon2;
  repairs: RingRepairs;
}

function cleanRing(ring: readonly (readonly number[])[], repairs: RingRepairs): Point[] | null {
  const points: Point[] = [];
  for (const position of ring) {
    const [x, y] = position;
    if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) {
      repairs.invalidPoints += 1;
      continue;
    }
    const last = points.at(-1);
    if (last && last[0] === x && last[1] === y) repairs.duplicatePoints += 1;
    else points.push([x, y]);
  }
  const first = points[0];
  const last = points.at(-1);
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
    repairs.closedRings += 1;
    points.push([first[0], first[1]]);
  }
  if (points.length < 4) {
    repairs.droppedRings += 1;
    return null;
  }
  return points;
}

function orient(ring: Point[], counterClockwise: boolean): Point[] {
  return measureSignedArea(ring) > 0 === counterClockwise ? ring : [...ring].reverse();
}

function rebuild(rings: Point[][]): Point[][][] {
  const [exterior, ...holes] = rings;
  // Numbers near zero keep the clipping exact to the millimetre in systems with false eastings of millions.
  const [originX, originY] = exterior![0]!;
  const shift = (ring: Point[]): Point[] => ring.map(([x, y]) => [x - originX, y - originY]);
  const solid = polygonClipping.union([shift(exterior!)]);
  const cut = holes.length ? polygonClipping.difference(solid, ...holes.map((hole) => [shift(hole)])) : solid;
  return cut.map((polygon) => polygon.map((ring) => ring.map(([x, y]): Point => [x + originX, y + originY])));
}

/**
 * Mends one polygon: closes rings, removes repeated points, drops rings without area, rebuilds polygons whose edges
 * cross (a bow tie becomes two triangles) and turns exteriors counter-clockwise and holes clockwise.
 * @param rings Exterior first, then holes; open or closed, any planar frame; further coordinates are ignored.
 * @returns No polygons when nothing with an area is left or crossing edges could not be rebuilt.
 * Source: ring rules of OGC 06-103r4 §6.1.11 and RFC 7946 §3.1.6.
 */
export function repairPolygon(rings: readonly (readonly (readonly number[])[])[]): RepairedPolygon {
  const repairs: RingRepairs = {
    invalidPoints: 0,
    closedRings: 0,
    duplicatePoints: 0,
    droppedRings: 0,
    selfIntersections: 0,
  };
  const cleaned = rings.map((ring) => cleanRing(ring, repairs));
  const exterior = cleaned[0];
  if (!exterior) return { polygons: [], repairs };
  const kept = [exterior, ...cleaned.slice(1).filter((ring) => ring !== null)];
  let polygons: Point[][][] = [kept];
  if (hasCrossings(kept)) {
    repairs.selfIntersections = 1;
    try {
      polygons = rebuild(kept);
    } catch {
      return { polygons: [], repairs };
    }
  }
  const oriented = polygons.flatMap((polygon) => {
    const solid = polygon.filter((ring) => measureSignedArea(ring) !== 0);
    if (solid[0] !== polygon[0]) {
      repairs.droppedRings += polygon.length;
      return [];
    }
    repairs.droppedRings += polygon.length - solid.length;
    return [solid.map((ring, index) => orient(ring, index === 0))];
  });
  return { polygons: oriented, repairs };
}
