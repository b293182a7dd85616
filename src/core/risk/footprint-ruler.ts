import type { PlanarShape } from '../geometry/planar-shape.ts';
import { addEdge, collectNearEdges, createEdgeList, type EdgeList, sumSharedStrips } from '../geometry/shared-area.ts';
import { areRingsSimple } from '../geometry/simple-rings.ts';
import { type SweepRegion, sweepOverlap } from '../geometry/sweep-overlap.ts';
import { type BuildingFootprints, collectFootprintRegions } from './building-footprints.ts';

/** Measures footprints against shapes, exactly. */
export interface FootprintRuler {
  /**
   * Area of a footprint inside a shape, square metres, at most its plan area.
   * @param near Edges of the shape that meet the box of the footprint or pass left of it, among others, in their order.
   */
  measureInside(row: number, shape: PlanarShape, near: Int32Array): number;
}

type Ring = [number, number][];

function ringsOf({ polygonStarts, ringStarts, coordinates }: BuildingFootprints, polygon: number): Ring[] {
  const rings: Ring[] = [];
  for (let ring = polygonStarts[polygon]!; ring < polygonStarts[polygon + 1]!; ring += 1) {
    const positions: Ring = [];
    for (let at = ringStarts[ring]!; at + 1 < ringStarts[ring + 1]!; at += 1) {
      positions.push([coordinates[at * 2]!, coordinates[at * 2 + 1]!]);
    }
    rings.push(positions);
  }
  return rings;
}

/** Twice the signed area of a ring, by its place among the positions. */
function turnOf(coordinates: Float64Array, from: number, to: number): number {
  const [x0, y0] = [coordinates[from * 2]!, coordinates[from * 2 + 1]!];
  let doubled = 0;
  for (let at = from * 2; at + 2 < to * 2; at += 2) {
    doubled +=
      (coordinates[at]! - x0) * (coordinates[at + 3]! - y0) - (coordinates[at + 2]! - x0) * (coordinates[at + 1]! - y0);
  }
  return doubled;
}

function collectFootprintEdges(list: EdgeList, buildings: BuildingFootprints, row: number): void {
  const { coordinates, ringStarts, polygonStarts, buildingStarts, boxes } = buildings;
  const [minX, minY] = [boxes[row * 4]!, boxes[row * 4 + 1]!];
  const polygon = buildingStarts[row]!;
  list.count = 0;
  for (let ring = polygonStarts[polygon]!; ring < polygonStarts[polygon + 1]!; ring += 1) {
    const [from, to] = [ringStarts[ring]!, ringStarts[ring + 1]!];
    const isHole = ring > polygonStarts[polygon]!;
    const turns = turnOf(coordinates, from, to) > 0 === isHole ? -1 : 1;
    for (let at = from * 2; at + 2 < to * 2; at += 2) {
      const ax = coordinates[at]! - minX;
      const ay = coordinates[at + 1]! - minY;
      const bx = coordinates[at + 2]! - minX;
      const by = coordinates[at + 3]! - minY;
      if (ay < by) addEdge(list, ax, ay, bx, by, -turns);
      else addEdge(list, bx, by, ax, ay, turns);
    }
  }
}

function sweepInside(buildings: BuildingFootprints, row: number, shape: PlanarShape, near: Int32Array): number {
  const [minX, minY, maxX, maxY] = [0, 1, 2, 3].map((side) => buildings.boxes[row * 4 + side]!) as [
    number,
    number,
    number,
    number,
  ];
  const regions: SweepRegion[] = collectFootprintRegions(buildings, row);
  let part = -1;
  for (const edge of near) {
    if (shape.parts[edge] !== part) {
      part = shape.parts[edge]!;
      regions.push({ group: 1, meeting: [], left: [] });
    }
    const [x1, y1, x2, y2] = shape.edges.subarray(edge * 4, edge * 4 + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    const { meeting, left } = regions[regions.length - 1]!;
    if (y2 < minY || y1 > maxY) continue;
    if (x1 < minX && x2 < minX) left.push(y1, y2);
    else if (x1 <= maxX || x2 <= maxX) meeting.push(x1, y1, x2, y2);
  }
  let inside = 0;
  sweepOverlap(regions, [minX, minY], (area, depths) => {
    if (depths[1]! > 0) inside += area;
  });
  return inside;
}

const [UNKNOWN, SIMPLE, OTHER] = [0, 1, 2];

/** What was found out about the footprints of a table serves every ruler over it. */
const kindsOfTable = new WeakMap<BuildingFootprints, Uint8Array>();

/**
 * Prepares measuring the footprints of a table. A footprint of one polygon and a shape, both with rings that neither
 * cross nor touch, are measured by pairs of edges; all else by a sweep, some thirty times slower.
 */
export function createFootprintRuler(buildings: BuildingFootprints): FootprintRuler {
  const kinds = kindsOfTable.get(buildings) ?? new Uint8Array(buildings.count);
  kindsOfTable.set(buildings, kinds);
  const own = createEdgeList();
  const others = createEdgeList();
  const { boxes, planArea, buildingStarts } = buildings;
  function isSimple(row: number): boolean {
    if (kinds[row] === UNKNOWN) {
      const polygon = buildingStarts[row]!;
      const isOne = buildingStarts[row + 1]! - polygon === 1;
      kinds[row] = isOne && areRingsSimple(ringsOf(buildings, polygon)) ? SIMPLE : OTHER;
    }
    return kinds[row] === SIMPLE;
  }
  return {
    measureInside(row, shape, near) {
      const area = planArea[row]!;
      if (!shape.signs || !isSimple(row)) return Math.min(area, sweepInside(buildings, row, shape, near));
      const at = row * 4;
      collectNearEdges(others, shape, near, [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!]);
      collectFootprintEdges(own, buildings, row);
      return Math.min(area, Math.max(0, sumSharedStrips(own, others, boxes[at + 2]! - boxes[at]!)));
    },
  };
}
